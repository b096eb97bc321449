import { AppShell, CloseButton, Group, NavLink, ScrollArea, Stack, Text } from '@mantine/core';
import {
  IconBuilding,
  IconCalendarDollar,
  IconCalendarStats,
  IconCalendarUser,
  IconChecklist,
  IconClockHour4,
  IconDeviceTablet,
  IconExternalLink,
  IconId,
  IconInbox,
  IconLayoutDashboard,
  IconListDetails,
  IconReportAnalytics,
  IconScan,
  IconSettings,
  IconStack2,
  IconUserShield,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink as RouterLink } from 'react-router';
import { useMay, type Permission } from '../../features/auth/permissions.js';
import { OpenRequestsBadge } from '../../features/requests/open-requests-badge.js';
import { OpenReviewsBadge } from '../../features/reviews/open-reviews-badge.js';
import { Logo } from '../../ui/logo.js';
import { AccountMenu } from './account-menu.js';
import classes from './navigation.module.css';

type Entry = {
  to: string;
  icon: Icon;
  text:
    | 'overview'
    | 'log'
    | 'attendance'
    | 'requests'
    | 'roster'
    | 'shifts'
    | 'months'
    | 'reports'
    | 'reviews'
    | 'people'
    | 'badges'
    | 'devices'
    | 'organisation'
    | 'recognition'
    | 'jobs'
    | 'users'
    | 'settings';
  needs?: Permission;
  badge?: ComponentType;
};
const DAILY: Entry[] = [
  { to: '/', icon: IconLayoutDashboard, text: 'overview' },
  { to: '/check-ins', icon: IconListDetails, text: 'log', needs: 'checkIns.read' },
  {
    to: '/reviews',
    icon: IconChecklist,
    text: 'reviews',
    needs: 'reviews.read',
    badge: OpenReviewsBadge,
  },
  { to: '/people', icon: IconUsers, text: 'people' },
  { to: '/badges', icon: IconId, text: 'badges', needs: 'badges.read' },
];
const ATTENDANCE: Entry[] = [
  { to: '/attendance', icon: IconCalendarStats, text: 'attendance', needs: 'attendance.read' },
  {
    to: '/attendance/requests',
    icon: IconInbox,
    text: 'requests',
    needs: 'attendance.read',
    badge: OpenRequestsBadge,
  },
  { to: '/attendance/roster', icon: IconCalendarUser, text: 'roster', needs: 'attendance.read' },
  { to: '/attendance/shifts', icon: IconClockHour4, text: 'shifts', needs: 'attendance.read' },
  { to: '/attendance/months', icon: IconCalendarDollar, text: 'months', needs: 'attendance.read' },
  { to: '/reports', icon: IconReportAnalytics, text: 'reports', needs: 'attendance.read' },
];
const MANAGE: Entry[] = [
  { to: '/devices', icon: IconDeviceTablet, text: 'devices', needs: 'devices.read' },
  { to: '/organisation', icon: IconBuilding, text: 'organisation' },
  { to: '/recognition', icon: IconScan, text: 'recognition', needs: 'recognition.use' },
  { to: '/jobs', icon: IconStack2, text: 'jobs', needs: 'jobs.read' },
  { to: '/users', icon: IconUserShield, text: 'users', needs: 'users.read' },
  { to: '/settings', icon: IconSettings, text: 'settings' },
];

export function Navigation({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <AppShell.Navbar className={classes.navbar} aria-label={t('nav.label')}>
      <Group justify="space-between" px="lg" h={64} style={{ flexShrink: 0 }}>
        <Logo />
        <CloseButton hiddenFrom="md" onClick={onClose} aria-label={t('nav.close')} />
      </Group>
      <ScrollArea style={{ flex: 1 }} px="sm" type="auto">
        <Stack gap={2} pb="md">
          <Entries title={t('nav.groupDaily')} entries={DAILY} />
          {may('attendance.read') && <Entries title={t('nav.groupAttendance')} entries={ATTENDANCE} />}
          <Entries title={t('nav.groupManage')} entries={MANAGE} />
          <NavLink
            className={classes.link}
            href="/kiosk"
            target="_blank"
            mt="md"
            label={t('nav.kiosk')}
            leftSection={<IconExternalLink size={19} stroke={1.7} />}
          />
        </Stack>
      </ScrollArea>
      <AccountMenu />
    </AppShell.Navbar>
  );
}

function Entries({ title, entries }: { title: string; entries: Entry[] }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <>
      <Text className={classes.group}>{title}</Text>
      {entries
        .filter((entry) => !entry.needs || may(entry.needs))
        .map(({ to, icon: EntryIcon, text, badge: EntryBadge }) => (
          <NavLink
            key={to}
            className={classes.link}
            component={RouterLink}
            to={to}
            end={to === '/' || to === '/attendance'}
            label={t(`nav.${text}`)}
            leftSection={<EntryIcon size={19} stroke={1.7} />}
            rightSection={EntryBadge && <EntryBadge />}
          />
        ))}
    </>
  );
}
