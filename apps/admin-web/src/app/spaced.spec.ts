import { act } from '@testing-library/react';
import { i18next } from './i18n.js';
import { spaced } from './spaced.js';

describe('a name in a Chinese text', () => {
  it.each([
    ['Barack Obama的肖像', 'Barack Obama', 'Barack Obama 的肖像'],
    ['撤回Zoë的同意？', 'Zoë', '撤回 Zoë 的同意？'],
    ['王小明的肖像', '王小明', '王小明的肖像'],
    ['删除“Ada”？', 'Ada', '删除“Ada”？'],
    ['已为 Ada 录入', 'Ada', '已为 Ada 录入'],
    ['李A的肖像', '李A', '李A 的肖像'],
    ['Portrait of 王小明', '王小明', 'Portrait of 王小明'],
  ])('%s of %s stands as %s', (text, name, shown) => {
    expect(spaced(text, [name])).toBe(shown);
  });

  it('has its space in the pages too', async () => {
    await act(() => i18next.changeLanguage('zh-CN'));
    expect(i18next.t('portrait.of', { ns: 'badges', name: 'Barack Obama' })).toBe('Barack Obama 的肖像');
    await act(() => i18next.changeLanguage('en'));
  });
});
