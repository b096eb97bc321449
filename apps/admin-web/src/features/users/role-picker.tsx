import { Radio, Stack } from '@mantine/core';
import { ROLES, type Role } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';

interface RolePickerProps {
  value: Role;
  onChange: (role: Role) => void;
}

export function RolePicker({ value, onChange }: RolePickerProps) {
  const { t } = useTranslation('users');
  return (
    <Radio.Group label={t('field.role')} value={value} onChange={(role) => onChange(role)}>
      <Stack gap="xs" mt={6}>
        {ROLES.map((role) => (
          <Radio
            key={role}
            value={role}
            label={t(`role.${role}.name`)}
            description={t(`role.${role}.text`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
