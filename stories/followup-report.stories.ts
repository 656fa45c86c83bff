import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/define/followup-report.js';
import type { ReportSession } from '../src/runtime/report-session.js';
import {
  aHidden,
  anEmptyReport,
  aReport,
  aTopic,
  knownGraph,
  otherGraph,
  refused,
  scriptSession,
  tooManyTries,
  unreachable,
  wrongToken,
} from '../test/elements/report/stage.js';

interface Args {
  readonly session: ReportSession;
  readonly token?: string;
}

const meta: Meta<Args> = {
  title: 'HR/Report',
  component: 'followup-report',
  render: ({ session, token }) => html`<followup-report .session=${session} .token=${token}></followup-report>`,
};

export default meta;

type Story = StoryObj<Args>;

/** The reader opens the page without a token. */
export const SignedOut: Story = { args: { session: scriptSession().session } };

/** The token that came with the address opens nothing. */
export const WrongToken: Story = { args: { session: scriptSession({ graphs: wrongToken }).session, token: 'guess' } };

/** Somebody tried one token after the other. */
export const TooManyTries: Story = {
  args: { session: scriptSession({ graphs: tooManyTries }).session, token: 'guess' },
};

/** The reader's token opens the report, and no files. */
export const FiguresOnly: Story = { args: { session: scriptSession({}, { isOpen: true, files: false }).session } };

/** The collector takes its time. The words appear late, so that a quick answer never flashes. */
export const Loading: Story = {
  args: { session: scriptSession({ graphs: new Promise<never>(() => undefined) }).session, token: 'secret' },
};

/** A Monday morning with something to read. */
export const Report: Story = {
  args: { session: scriptSession({ graphs: [knownGraph, otherGraph] }).session, token: 'secret' },
};

/** A few people have watched: their number is told, and nothing of what they said. */
export const SmallGroup: Story = {
  args: {
    session: scriptSession({
      report: aReport({
        viewings: 3,
        finished: aHidden(2),
        topics: [
          { topic: 'relationships', label: '人間関係・社風', figure: aHidden(2) },
          { topic: 'job-content', label: '仕事内容', figure: aHidden(2) },
        ],
        questions: [],
      }),
    }).session,
    token: 'secret',
  },
};

/** Every topic that the offer period knows, and hundreds of viewings. */
export const ManyTopics: Story = {
  args: {
    session: scriptSession({
      report: aReport({
        viewings: 1_284,
        finished: { hidden: false, of: 1_280, viewings: 911 },
        topics: [
          aTopic('relationships', '人間関係・社風', 803, 310, 1_280),
          aTopic('job-content', '仕事内容', 1_104, 252, 1_280),
          aTopic('career', 'キャリア', 377, 64, 1_280),
          aTopic('terms', '待遇・条件', 655, 301, 1_280),
          aTopic('comparison', '他社との比較・迷い', 120, 233, 1_280),
          aTopic('isolation', '情報不足・孤独感', 98, 187, 1_280),
          aTopic('preparation', '入社準備', 540, 95, 1_280),
        ],
      }),
    }).session,
    token: 'secret',
  },
};

/** The collector runs, and nobody has watched anything yet. */
export const NobodyYet: Story = { args: { session: scriptSession({ graphs: [] }).session, token: 'secret' } };

/** Nobody watched in the period that is chosen. */
export const EmptyPeriod: Story = {
  args: { session: scriptSession({ report: anEmptyReport() }).session, token: 'secret' },
};

/** The network or the server is down. */
export const Unreachable: Story = {
  args: { session: scriptSession({ graphs: unreachable }).session, token: 'secret' },
};

/** The collector answers that it cannot. */
export const Failed: Story = { args: { session: scriptSession({ graphs: refused }).session, token: 'secret' } };
