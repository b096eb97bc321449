import { Badge, Button, Group, Skeleton, Stack, Text, ThemeIcon } from '@mantine/core';
import type { Person } from '@rollcall/contracts';
import { IconCalendarShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfirmDelete } from '../../ui/confirm-delete.js';
import { LoadFailure } from '../../ui/load-failure.js';
import { useMoments } from '../../ui/moments.js';
import { SecretOnce } from '../../ui/secret-once.js';
import { Section } from '../../ui/section.js';
import { useToast } from '../../ui/toast.js';
import { useMay } from '../auth/permissions.js';
import { useMakeShiftFeed, useShiftFeed, useWithdrawShiftFeed } from './shift-feed.queries.js';

type Whose = { person: Pick<Person, 'id' | 'name'> };

/** The link by which a calendar shows somebody's shifts: whether there is one; which one, only when it is made. */
export function ShiftFeedSection({ person }: Whose) {
  const { t } = useTranslation('roster');
  const moments = useMoments();
  const editable = useMay()('shiftFeeds.make');
  const feed = useShiftFeed(person.id);
  const since = feed.data?.createdAt ?? null;
  return (
    <Section title={t('feed.title')} description={t('feed.lead')}>
      {feed.isPending && <Skeleton height={40} aria-busy="true" />}
      {feed.isError && <LoadFailure error={feed.error} onRetry={() => void feed.refetch()} />}
      {feed.data && (
        <Stack>
          <Group gap="sm" wrap="nowrap">
            <ThemeIcon size={40} radius="xl" variant="light" color={since ? 'green' : 'gray'}>
              <IconCalendarShare size={22} stroke={1.7} />
            </ThemeIcon>
            <Badge color={since ? 'green' : 'gray'} size="lg">
              {t(since ? 'feed.there' : 'feed.none')}
            </Badge>
          </Group>
          {since && <Text fz="sm">{t('feed.since', { ago: moments.ago(since) })}</Text>}
          {editable && (
            <Group gap="xs">
              <Make person={person} again={since !== null} />
              {since && <Withdraw person={person} />}
            </Group>
          )}
        </Stack>
      )}
    </Section>
  );
}

function Make({ person, again }: Whose & { again: boolean }) {
  const { t } = useTranslation('roster');
  const toast = useToast();
  const confirm = useConfirmDelete();
  const [link, setLink] = useState<string | null>(null);
  const make = useMakeShiftFeed(person.id);
  const { name } = person;
  const run = () =>
    make.mutate(undefined, {
      onSuccess: ({ path }) => setLink(`${window.location.origin}${path}`),
      onError: toast.failed,
    });
  const ask = () =>
    confirm({
      title: t('feed.renewTitle', { name }),
      text: t('feed.renewText'),
      confirm: t('feed.renew'),
      onConfirm: run,
    });
  return (
    <>
      <Button variant="light" loading={make.isPending} onClick={again ? ask : run}>
        {t(again ? 'feed.renew' : 'feed.make')}
      </Button>
      <SecretOnce
        title={t('feed.once', { name })}
        label={t('feed.address')}
        secret={link}
        onDone={() => setLink(null)}
      >
        <Explained title={t('feed.who')} text={t('feed.whoText', { name })} />
        <Explained title={t('feed.how')} text={t('feed.howText')} />
      </SecretOnce>
    </>
  );
}

function Explained({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <Text fz="sm" fw={600}>
        {title}
      </Text>
      <Text fz="sm">{text}</Text>
    </div>
  );
}

function Withdraw({ person }: Whose) {
  const { t } = useTranslation('roster');
  const toast = useToast();
  const confirm = useConfirmDelete();
  const withdraw = useWithdrawShiftFeed(person.id);
  const onSuccess = () => toast.done(t('feed.withdrawn'));
  const ask = () =>
    confirm({
      title: t('feed.withdrawTitle', { name: person.name }),
      text: t('feed.withdrawText'),
      confirm: t('feed.withdrawConfirm'),
      onConfirm: () => withdraw.mutate(undefined, { onSuccess, onError: toast.failed }),
    });
  return (
    <Button variant="subtle" color="red" loading={withdraw.isPending} onClick={ask}>
      {t('feed.withdraw')}
    </Button>
  );
}
