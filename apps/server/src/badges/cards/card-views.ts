import { Injectable } from '@nestjs/common';
import { badgeTemplate } from '@rollcall/contracts';
import { Typeface } from '../../platform/typeface/typeface.js';
import { BadgeTemplates } from './badge-templates.service.js';
import { frontOf } from './card-sides.js';
import { DPI } from './card-size.js';
import { printed } from './printed-portrait.js';
import { pngOf } from './svg-painter.js';

/** What a scan, or a picture of a card on a screen, has. */
const COARSE_DPI = 100;

/** How a portrait looks on cards: cropped, small and with something around, in which a detector finds other landmarks. */
@Injectable()
export class CardViews {
  constructor(
    private readonly templates: BadgeTemplates,
    private readonly typeface: Typeface,
  ) {}

  /** Fronts of either layout, printed finely and coarsely, as PNG files; whose they are changes nothing of the face. */
  async of(portrait: Uint8Array): Promise<Uint8Array[]> {
    const [template, logo] = [await this.templates.current(), await this.templates.logo()];
    const card = { name: '', employeeNo: '', department: null, portrait: await printed(portrait), logo };
    const views: Uint8Array[] = [];
    for (const layout of badgeTemplate.shape.layout.options) {
      const front = await frontOf({ ...card, template: { ...template, layout } }, this.typeface);
      for (const dpi of [DPI, COARSE_DPI]) views.push(await pngOf(front, dpi));
    }
    return views;
  }
}
