import './preview.css';

import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from 'virtual:custom-elements-manifest';

import { stage } from './stage.js';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [stage],
  initialGlobals: { locale: 'ja', theme: 'light', viewport: { value: undefined, isRotated: false } },
  globalTypes: {
    locale: {
      description: 'Language of the page around the element',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'ja', title: '日本語', right: 'ja' },
          { value: 'en', title: 'English', right: 'en' },
        ],
        dynamicTitle: true,
      },
    },
    theme: {
      description: 'Colours of the page around the element',
      toolbar: {
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
        dynamicTitle: true,
      },
    },
  },
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    docs: { toc: true },
    viewport: {
      options: {
        phone: { name: 'Phone, 360 px', styles: { width: '360px', height: '740px' }, type: 'mobile' },
        desktop: { name: 'Desktop, 1280 px', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
      },
    },
    options: { storySort: { order: ['Read me first', 'Player', 'Questions', '*', 'Author a graph'] } },
    // Every story is also a test: see test/stories/.
    a11y: { test: 'error' },
  },
};

export default preview;
