import type { Graph } from '../src/domain/graph.js';
import type { Question } from '../src/domain/questions/question.js';
import type { Language } from '../src/elements/language.js';
import type { RecordedViewing } from '../src/runtime/record-desk.js';
import type { PlayerView } from '../src/runtime/player-view.js';

export { aDesk, aSession } from '../test/elements/fake-session.js';

/** Something made from the company's graph, in whichever language the toolbar has chosen. */
export type FromGraph<T> = (graph: Graph) => T;

/** What a story is told of the page around it. */
export interface Around {
  readonly globals: Readonly<Record<string, unknown>>;
}

/** The language that the toolbar has chosen. */
export function languageIn({ globals }: Around): Language {
  return globals.locale === 'en' ? 'en' : 'ja';
}

/** The company's graph in that language. */
export function companyIn(around: Around): Graph {
  return aCompany(languageIn(around));
}

/** The way taken up to one of its scenes. */
export function wayTo({ scenes }: Graph, last: string): PlayerView['way'] {
  const ids = Object.keys(scenes);
  return ids
    .slice(0, ids.indexOf(last) + 1)
    .map((scene, index) => ({ visit: index + 1, scene, title: scenes[scene]?.title ?? scene }));
}

/** Finds what a scene of the graph asks. */
export function questionOf<Type extends Question['type']>(
  graph: Graph,
  scene: string,
  type: Type,
): Extract<Question, { type: Type }> {
  const question = graph.scenes[scene]?.question;
  if (question?.type !== type) throw new RangeError(`Scene "${scene}" asks no ${type} question.`);
  return question as Extract<Question, { type: Type }>;
}

/** A small graph with one question of every type, and pictures that Storybook serves. */
export function aCompany(language: Language): Graph {
  const say = (ja: string, en: string): string => (language === 'ja' ? ja : en);
  const clip = (name: string) => ({
    sources: [{ src: `media/${name}.mp4` }],
    poster: `media/${name}.jpg`,
    captions: [
      { src: `media/${name}.ja.vtt`, language: 'ja', label: '日本語' },
      { src: `media/${name}.en.vtt`, language: 'en', label: 'English' },
    ],
    durationSeconds: 16,
  });
  return {
    format: 1,
    id: 'company',
    version: '1',
    language,
    title: say('みなと精機　内定者の方へ', 'Minato Seiki: for those who hold our offer'),
    notice: {
      collector: say('みなと精機株式会社　総務課 採用担当', 'Minato Seiki Co., Ltd., General Affairs, Recruiting'),
      purpose: say(
        '知りたいことや気になることに、入社前にお答えするため',
        'To answer what you want to know, and what worries you, before your first day',
      ),
      readers: say(
        '採用担当の2名。お名前を伝えない場合は、人数の集計だけを見ます',
        'The two recruiters. Without your name, they see totals only',
      ),
      retentionDays: 180,
      contact: 'saiyo@minato.example',
      policy: 'privacy.html',
    },
    ask: {
      prompt: say('会社に聞いてみたいこと', 'What would you like to ask us?'),
      help: say(
        '採用担当が拝見し、次の懇親会や個別のご連絡でお答えします。',
        'Our recruiters read it and answer at the next get-together or personally.',
      ),
    },
    start: 'welcome',
    scenes: {
      welcome: {
        title: say('ようこそ、みなと精機へ', 'Welcome to Minato Seiki'),
        clip: clip('welcome'),
        text: say(
          'このたびは、内定をお受けいただきありがとうございます。社員42名、小さな会社です。\n\n入社までの数か月、気になることがあって当然だと思います。この動画では、あなたが知りたいことから順にお見せします。',
          'Thank you for accepting our offer. We are a small company of 42 people.\n\nIn the months before you join, it is only natural to wonder about things. This video shows you what you want to know, in the order you choose.',
        ),
        branches: [{ to: 'hub' }],
      },
      hub: {
        title: say('知りたいことを選ぶ', 'Choose what to see'),
        clip: clip('hub'),
        text: say('人間関係、仕事内容、キャリアについてお話しします。', 'We talk about people, work and careers.'),
        hub: true,
        question: {
          type: 'single-choice',
          id: 'hub',
          prompt: say('まず、どのお話をご覧になりますか？', 'What would you like to see first?'),
          help: say('あとでまた、ここに戻ってきます。', 'You will come back here afterwards.'),
          options: [
            { id: 'people', label: say('人間関係・職場の雰囲気', 'People and the mood of the place') },
            { id: 'work', label: say('仕事内容と1日の流れ', 'The work and a typical day') },
            { id: 'career', label: say('キャリアと研修', 'Careers and training') },
            { id: 'on', label: say('ひととおり見たので、先へ進む', 'I have seen enough; let us go on') },
          ],
        },
        branches: [{ to: 'worry' }],
      },
      worry: {
        title: say('いまのお気持ち', 'How you feel'),
        clip: clip('people'),
        text: say('いまのお気持ちをお聞かせください。', 'Tell us how you feel.'),
        question: {
          type: 'rating',
          id: 'worry',
          prompt: say('職場になじめるかどうか、いまどのように感じていますか？', 'How do you feel about fitting in?'),
          help: say(
            'ここまでの動画をご覧になって、いまのお気持ちに近いものをお選びください。',
            'After what you have seen so far.',
          ),
          steps: [
            { id: '1', label: say('安心している', 'At ease') },
            { id: '2', label: say('だいたい安心', 'Mostly at ease') },
            { id: '3', label: say('どちらとも言えない', 'Neither') },
            { id: '4', label: say('少し心配', 'A little worried') },
            { id: '5', label: say('心配している', 'Worried') },
          ],
        },
        branches: [{ to: 'events' }],
      },
      events: {
        title: say('入社までの催し', 'Before you join'),
        clip: clip('people'),
        question: {
          type: 'multiple-choice',
          id: 'events',
          prompt: say('入社までに、あるとうれしいものはどれですか？', 'What would you like to have before you join?'),
          atMost: 2,
          options: [
            { id: 'talk', label: say('先輩社員との座談会', 'A round table with our staff') },
            { id: 'tour', label: say('職場見学', 'A look around the workplace') },
            { id: 'peers', label: say('同期との交流会', 'A get-together with your peers') },
            { id: 'mail', label: say('月に一度の近況メール', 'A monthly letter') },
            { id: 'none', label: say('特にない', 'Nothing in particular') },
          ],
        },
        branches: [{ to: 'words' }],
      },
      words: {
        title: say('ひとこと', 'In your words'),
        clip: clip('people'),
        question: {
          type: 'free-text',
          id: 'words',
          prompt: say(
            '入社までに聞いておきたいことはありますか？',
            'Is there anything you would like to know before you join?',
          ),
          maxLength: 400,
        },
        branches: [{ to: 'end' }],
      },
      end: {
        title: say('お待ちしています', 'We are waiting for you'),
        clip: clip('welcome'),
        text: say('またお会いできる日を、楽しみにしています。', 'We look forward to seeing you again.'),
        ending: {
          message: say(
            '最後までご覧いただき、ありがとうございます。\n気になることは、採用担当の佐々木までいつでもお寄せください。',
            'Thank you for staying with us to the end.\nWhatever is on your mind, our recruiter Sasaki is glad to hear from you.',
          ),
          links: [
            { label: say('面談の日時を選ぶ', 'Choose a time to talk'), href: 'https://example.com/booking' },
            { label: say('佐々木にメールする', 'Write to Sasaki'), href: 'mailto:sasaki@minato.example' },
          ],
        },
      },
    },
  };
}

/** A viewing up to the question of how the viewer feels, with a question to the company. */
export function recordedIn(graph: Graph, choice: 'unnamed' | 'named'): RecordedViewing {
  const viewing = '11111111-0000-4000-8000-000000000001';
  const stamp = (sequence: number) => ({
    id: `00000000-0000-4000-8000-${String(sequence).padStart(12, '0')}`,
    viewing,
    sequence,
    graph: graph.id,
    graphVersion: graph.version,
    at: `2026-11-21T09:0${sequence}:00Z`,
  });
  const text = graph.language === 'ja' ? '初日は何時に行けばよいですか。' : 'What time should I come on the first day?';
  const [worry, interest] = [
    { kind: 'anxiety', topic: 'relationships' } as const,
    { kind: 'interest', topic: 'preparation' } as const,
  ];
  return {
    viewing,
    code: '7K3QF2M9XA0C4DW8RT1E',
    current: true,
    reactions: [
      { type: 'notice-answered', choice, ...stamp(1) },
      { type: 'scene-entered', scene: 'hub', ...stamp(2) },
      { type: 'answered', scene: 'hub', question: 'hub', options: ['people'], to: 'worry', signals: [], ...stamp(3) },
      { type: 'scene-left', scene: 'hub', to: 'worry', watchedSeconds: 16, ...stamp(4) },
      {
        type: 'answered',
        scene: 'worry',
        question: 'worry',
        options: ['4'],
        to: 'events',
        signals: [worry],
        ...stamp(5),
      },
      { type: 'skipped', scene: 'events', question: 'events', to: 'words', ...stamp(6) },
      { type: 'asked', scene: 'words', text, topic: 'preparation', signals: [interest], ...stamp(7) },
    ],
  };
}
