import { Accordion, NumberInput, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import {
  portraitOptimizer,
  portraitRecipe,
  type PortraitRecipe,
  type PortraitSettings,
} from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useStyles } from '../styles/styles.queries.js';

interface AdvancedProps {
  settings: PortraitSettings;
  onChange: (change: Partial<PortraitSettings>) => void;
}

const MOST_STEPS = 2_000;
const [MOST_CONTENT, MOST_STYLE, MOST_SEED] = [1e9, 1e12, 2_147_483_647];

/** The other recipes begin with the photo as it is. */
const isSeeded = (recipe: PortraitRecipe) => recipe === 'gatys-keras';

/** For whoever knows the method; empty fields leave it to the recipe. */
export function Advanced({ settings, onChange }: AdvancedProps) {
  const { t } = useTranslation('badges');
  return (
    <Accordion variant="separated" radius="md">
      <Accordion.Item value="advanced">
        <Accordion.Control>
          <Text fw={600} fz="sm">
            {t('advanced.title')}
          </Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Stack gap="md">
            <Text fz="sm" c="dimmed">
              {t('advanced.lead')}
            </Text>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <Choices settings={settings} onChange={onChange} />
              <Numbers settings={settings} onChange={onChange} />
            </SimpleGrid>
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function Choices({ settings, onChange }: AdvancedProps) {
  const { t } = useTranslation('badges');
  const optimizer = settings.optimizer ?? null;
  const paintable = usePaintable();
  const isOut = (recipe: PortraitRecipe) => paintable.length > 0 && !paintable.includes(recipe);
  return (
    <>
      <Select
        allowDeselect={false}
        label={t('advanced.recipe')}
        description={portraitRecipe.options.some(isOut) && t('advanced.recipeMissing')}
        inputWrapperOrder={['label', 'input', 'description']}
        data={portraitRecipe.options.map((value) => ({
          value,
          label: t(`advanced.recipes.${value}`),
          disabled: isOut(value),
        }))}
        value={settings.recipe}
        onChange={(recipe) => recipe && onChange({ recipe })}
      />
      <Select
        clearable
        label={t('advanced.optimizer')}
        placeholder={t('advanced.byRecipe')}
        data={portraitOptimizer.options.map((value) => ({ value, label: t(`advanced.optimizers.${value}`) }))}
        value={optimizer}
        onChange={(chosen) => onChange({ optimizer: chosen ?? undefined })}
      />
    </>
  );
}

/** The recipes that the installed weights hold the layers of; empty while nobody knows, or where there are none. */
function usePaintable(): PortraitRecipe[] {
  return useStyles().data?.flatMap(({ recipes }) => recipes) ?? [];
}

function Numbers({ settings, onChange }: AdvancedProps) {
  const { t } = useTranslation('badges');
  /** A field that was emptied says nothing. */
  const numberOf = (value: string | number) => (typeof value === 'number' ? value : undefined);
  return (
    <>
      <NumberInput
        label={t('advanced.contentWeight')}
        placeholder={t('advanced.byRecipe')}
        min={0}
        max={MOST_CONTENT}
        clampBehavior="strict"
        value={settings.contentWeight ?? ''}
        onChange={(value) => onChange({ contentWeight: numberOf(value) })}
      />
      <NumberInput
        label={t('advanced.styleWeight')}
        placeholder={t('advanced.byRecipe')}
        min={0}
        max={MOST_STYLE}
        clampBehavior="strict"
        value={settings.styleWeight ?? ''}
        onChange={(value) => onChange({ styleWeight: numberOf(value) })}
      />
      <NumberInput
        label={t('advanced.steps')}
        min={1}
        max={MOST_STEPS}
        clampBehavior="strict"
        allowDecimal={false}
        value={settings.steps}
        onChange={(value) => onChange({ steps: numberOf(value) || 1 })}
      />
      {isSeeded(settings.recipe) && (
        <NumberInput
          label={t('advanced.seed')}
          description={t('advanced.seedHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          min={0}
          max={MOST_SEED}
          clampBehavior="strict"
          allowDecimal={false}
          value={settings.seed}
          onChange={(value) => onChange({ seed: numberOf(value) ?? 0 })}
        />
      )}
    </>
  );
}
