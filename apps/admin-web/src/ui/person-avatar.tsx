import { Avatar, type AvatarProps } from '@mantine/core';

const CJK = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/** Two initials; one character where a single one already says the family name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = ''] = words[0] ?? '';
  if (CJK.test(first)) return first;
  const [last = ''] = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${first}${last}`.toUpperCase();
}

/** Decoration beside a name that is written out; nobody's photo, because photos are looked at on purpose only. */
export function PersonAvatar({
  name,
  ...props
}: { name: string } & Pick<AvatarProps, 'size' | 'visibleFrom'>) {
  return (
    <Avatar color="petrol" radius="xl" aria-hidden {...props}>
      {initials(name)}
    </Avatar>
  );
}
