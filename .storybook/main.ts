import { existsSync } from 'node:fs';

import type { StorybookConfig } from '@storybook/web-components-vite';

/** Folders that stories may name by address, as the demo site serves them. */
const PUBLIC = ['demo/public'];

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: {
    name: '@storybook/web-components-vite',
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  staticDirs: PUBLIC.filter((folder) => existsSync(folder)).map((folder) => `../${folder}`),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
};

export default config;
