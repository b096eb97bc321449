import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import {
  clockInstant,
  type Device as DeviceMessage,
  type DeviceCreate,
  type DeviceSelf,
  type DeviceUpdate,
  type DeviceWithKey,
  type Page,
  type PageQuery,
} from '@rollcall/contracts';
import { In, IsNull, MoreThan, type EntityManager, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.js';
import { SitesService } from '../people/sites.service.js';
import { Clock } from '../platform/clock/clock.js';
import { violatesReference } from '../platform/database/constraint.js';
import { DomainError, notFound } from '../platform/domain-error.js';
import { hashSecret, newSecret } from '../platform/http/bearer-secret.js';
import { pageByIdDescending } from '../platform/http/paging.js';
import { clockSkew } from './device-clock.js';
import { Device } from './device.entity.js';

const ONLINE_MS = 120_000;
/** lastSeenAt is written at most this often: a busy kiosk must not rewrite its row with every frame. */
const SEEN_STEP_MS = 15_000;

@Injectable()
export class DevicesService {
  constructor(
    @InjectRepository(Device) private readonly devices: Repository<Device>,
    private readonly sites: SitesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(page: PageQuery): Promise<Page<DeviceMessage>> {
    const rows = this.devices.createQueryBuilder('d').where('d.removed_at IS NULL');
    return pageByIdDescending(rows, page, (device) => this.present(device));
  }

  countOnline(): Promise<number> {
    const since = new Date(this.clock.now().getTime() - ONLINE_MS);
    return this.devices.countBy({ lastSeenAt: MoreThan(since), removedAt: IsNull() });
  }

  /** Names of kiosks, the removed ones included. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.devices.findBy({ id: In([...new Set(ids)]) });
    return new Map(found.map((device) => [device.id, device.name]));
  }

  async create(actor: string, fields: DeviceCreate): Promise<DeviceWithKey> {
    const deviceKey = newSecret('rck');
    const device = this.devices.create({
      id: uuidv7(),
      ...fields,
      siteId: fields.siteId ?? (await this.sites.first()).id,
      keyHash: hashSecret(deviceKey),
      createdAt: this.clock.now(),
      lastSeenAt: null,
      clockSkewSeconds: null,
      removedAt: null,
    });
    await this.change(actor, 'device.create', device.id, (manager) => manager.insert(Device, device));
    return { ...this.present(device), deviceKey };
  }

  async update(actor: string, id: string, fields: DeviceUpdate): Promise<DeviceMessage> {
    const device = Object.assign(await this.find(id), fields);
    if (Object.keys(fields).length === 0) return this.present(device);
    await this.change(actor, 'device.update', id, (manager) => manager.update(Device, { id }, fields));
    return this.present(device);
  }

  async rotateKey(actor: string, id: string): Promise<DeviceWithKey> {
    const device = await this.find(id);
    const deviceKey = newSecret('rck');
    const keyHash = hashSecret(deviceKey);
    await this.change(actor, 'device.rotate-key', id, (manager) =>
      manager.update(Device, { id }, { keyHash }),
    );
    return { ...this.present(device), deviceKey };
  }

  async remove(actor: string, id: string): Promise<void> {
    await this.find(id);
    const gone = { keyHash: null, removedAt: this.clock.now() };
    await this.change(actor, 'device.delete', id, (manager) => manager.update(Device, { id }, gone));
  }

  /** The kiosk that holds a key, noted as seen now, with what its clock shows; null where nobody does. */
  async byKey(deviceKey: string, shows?: string): Promise<Device | null> {
    const device = await this.devices.findOne({
      where: { keyHash: hashSecret(deviceKey), removedAt: IsNull() },
      relations: { site: true },
    });
    if (device) await this.note(device, shows);
    return device;
  }

  self(device: Device): DeviceSelf {
    const { id, name, direction, showScores, site } = device;
    return { id, name, direction, showScores, site, serverTime: this.clock.now().toISOString() };
  }

  private async note(device: Device, shows: string | undefined): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - (device.lastSeenAt?.getTime() ?? 0) < SEEN_STEP_MS) return;
    const shown = clockInstant.safeParse(shows);
    const skew = shown.success && { clockSkewSeconds: clockSkew(new Date(shown.data), now) };
    await this.devices.update({ id: device.id }, { lastSeenAt: now, ...skew });
  }

  private async find(id: string): Promise<Device> {
    const device = await this.devices.findOneBy({ id, removedAt: IsNull() });
    if (!device) throw notFound('device');
    return device;
  }

  private async change(
    actor: string,
    action: string,
    id: string,
    work: (manager: EntityManager) => Promise<unknown>,
  ): Promise<void> {
    try {
      await this.devices.manager.transaction(async (manager) => {
        await work(manager);
        await this.audit.record({ actor, action, subject: `device:${id}` }, manager);
      });
    } catch (error) {
      if (!violatesReference(error, 'devices_site_id_fkey')) throw error;
      throw new DomainError('rule', 'SITE_NOT_FOUND', 'There is no such site.');
    }
  }

  private present(device: Device): DeviceMessage {
    const seen = device.lastSeenAt?.getTime() ?? 0;
    return {
      id: device.id,
      name: device.name,
      siteId: device.siteId,
      direction: device.direction,
      showScores: device.showScores,
      liveness: device.liveness,
      livenessThreshold: device.livenessThreshold,
      lastSeenAt: device.lastSeenAt?.toISOString() ?? null,
      clockSkewSeconds: device.clockSkewSeconds,
      online: this.clock.now().getTime() - seen < ONLINE_MS,
      createdAt: device.createdAt.toISOString(),
    };
  }
}
