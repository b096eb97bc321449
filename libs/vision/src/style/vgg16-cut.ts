import { allTaps } from './feature-graph.js';
import { RECIPES, type RecipeName } from './recipe.js';
import { cutSafetensors, type SafetensorsCut } from './safetensors-cut.js';
import { readEntries } from './safetensors-header.js';
import { StyleError } from './style-error.js';
import { layersUpTo, VGG16_LAYERS, type Vgg16Layer } from './vgg16.js';

/** The part of a file with VGG16 that styles are measured by. */
export interface Vgg16Cut extends SafetensorsCut {
  /** The deepest convolution that it holds, e.g. `4_2`. */
  readonly deepest: string;
  /** Recipes that can be painted by it. */
  readonly recipes: readonly RecipeName[];
}

const NEEDED = layersUpTo(Object.values(RECIPES).flatMap(allTaps));

/**
 * Plans the cut of what the recipes need: as many of their layers as the file holds.
 *
 * @param start of a safetensors file with tensors as torchvision names them, up to its `headerEnd` at least
 * @throws {StyleError} STYLE_LAYERS_MISSING when not even one recipe could be painted by them
 * @throws {SafetensorsError} when the header is not valid
 */
export function cutVgg16(start: Uint8Array): Vgg16Cut {
  const wanted = new Set(NEEDED.flatMap(tensorsOf));
  const held = new Set(readEntries(start, (name) => wanted.has(name)).map(({ name }) => name));
  const end = NEEDED.findIndex((layer) => !tensorsOf(layer).every((name) => held.has(name)));
  const layers = end === -1 ? NEEDED : NEEDED.slice(0, end);
  const recipes = Object.entries(RECIPES)
    .filter(([, recipe]) => layersUpTo(allTaps(recipe)).length <= layers.length)
    .map(([name]) => name as RecipeName);
  if (recipes.length === 0) {
    const [kernel] = tensorsOf(VGG16_LAYERS[layers.length]!);
    throw new StyleError('STYLE_LAYERS_MISSING', `These are not the weights of VGG16: ${kernel} is missing.`);
  }
  const names = new Set(layers.flatMap(tensorsOf));
  return { ...cutSafetensors(start, (name) => names.has(name)), deepest: layers.at(-1)!.name, recipes };
}

const tensorsOf = ({ index }: Vgg16Layer) => [`features.${index}.weight`, `features.${index}.bias`];
