import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

const FONT = '"Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", Meiryo, system-ui, sans-serif';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'followup-player',
    brandUrl: './',
    brandTarget: '_self',
    colorPrimary: '#2f6f5e',
    colorSecondary: '#2f6f5e',
    appBg: '#f6f5f1',
    fontBase: FONT,
  }),
  enableShortcuts: false,
});
