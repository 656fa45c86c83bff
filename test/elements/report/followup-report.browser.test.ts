import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';

import '../../../src/define/followup-report.js';
import type { FollowupReportElement } from '../../../src/elements/followup-report.js';
import { findAll, findOne, readAll } from './see.js';
import {
  aGraphReport,
  aHidden,
  anEmptyReport,
  aReport,
  knownGraph,
  otherGraph,
  refused,
  scriptSession,
  someWords,
  unreachable,
  tooManyTries,
  wrongToken,
  type Script,
  type Scripted,
} from './stage.js';

const never = new Promise<never>(() => undefined);

interface Opened extends Scripted {
  readonly report: FollowupReportElement;
}

/** The report as a reader meets it; with a token it is signed in at once. */
async function open(script: Partial<Script> = {}, token?: string, lang = 'ja'): Promise<Opened> {
  const scripted = scriptSession(script);
  const report = await fixture<FollowupReportElement>(html`
    <followup-report .session=${scripted.session} .token=${token} lang=${lang}></followup-report>
  `);
  await settle(report);
  return { ...scripted, report };
}

/** Lets promises of the scripted reader and the renderings that follow come to an end. */
async function settle(report: FollowupReportElement): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await report.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

const button = (report: Element, label: string): HTMLButtonElement => {
  const found = findAll<HTMLButtonElement>(report, 'button').find((one) => one.textContent?.includes(label));
  if (!found) throw new Error(`No button "${label}".`);
  return found;
};

const rowsOf = (report: Element, table: string): string[] =>
  findAll(findOne(report, table), 'tbody [role="row"]').map((row) => readAll(row));

describe('followup-report', () => {
  // Colours are looked at once they have come to rest.
  before(() => emulateMedia({ reducedMotion: 'reduce' }));

  describe('before signing in', () => {
    it('asks for the reading token and shows nothing else', async () => {
      const { report, asked } = await open();

      expect(readAll(report)).to.contain('閲覧用トークンの入力');
      expect(asked.tokens).to.deep.equal([]);
      await expect(report).to.be.accessible();
    });

    it('opens from the keyboard alone', async () => {
      const { report, asked, door } = await open();
      findOne(report, '#token').focus();

      await sendKeys({ type: 'secret' });
      await sendKeys({ press: 'Enter' });
      await settle(report);

      expect(asked.tokens).to.deep.equal(['secret']);
      expect(door.isOpen).to.equal(true);
      expect(readAll(report)).to.contain('23件');
      expect(report.shadowRoot?.activeElement?.textContent).to.equal('反応レポート');
    });

    it('opens at once where the browser still holds a session, and asks for nothing', async () => {
      const scripted = scriptSession({}, { isOpen: true });
      const report = await fixture<FollowupReportElement>(html`
        <followup-report .session=${scripted.session} lang="ja"></followup-report>
      `);
      await settle(report);

      expect(readAll(report)).to.contain('23件');
      expect(scripted.asked.tokens).to.deep.equal([]);
    });

    it('keeps nothing that a script could read', async () => {
      const { report } = await open();
      findOne<HTMLInputElement>(report, '#token').value = 'secret';

      button(report, 'レポートを開く').click();
      await settle(report);

      expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
    });

    it('says how long to wait after too many wrong tokens', async () => {
      const { report } = await open({ graphs: tooManyTries });
      findOne<HTMLInputElement>(report, '#token').value = 'guess';

      button(report, 'レポートを開く').click();
      await settle(report);

      expect(readAll(findOne(report, '#fault'))).to.contain('1分ほど待ってから');
      await expect(report).to.be.accessible();
    });

    it('hides the token until the reader wants to see it', async () => {
      const { report } = await open();
      const before = findOne<HTMLInputElement>(report, '#token').type;

      button(report, '表示する').click();
      await settle(report);

      expect(before).to.equal('password');
      expect(findOne<HTMLInputElement>(report, '#token').type).to.equal('text');
    });

    it('says that a token does not open, keeps it, and leads back to it', async () => {
      const { report } = await open({ graphs: wrongToken });
      const field = findOne<HTMLInputElement>(report, '#token');
      field.value = 'guess';

      button(report, 'レポートを開く').click();
      await settle(report);

      expect(readAll(findOne(report, '#fault'))).to.contain('このトークンでは開けませんでした');
      expect(field.value).to.equal('guess');
      expect(findOne(report, 'followup-report-sign-in').shadowRoot?.activeElement?.id).to.equal('token');
      await expect(report).to.be.accessible();
    });

    it('asks for a token if the field was left empty', async () => {
      const { report } = await open();

      button(report, 'レポートを開く').click();
      await settle(report);

      expect(readAll(findOne(report, '#fault'))).to.contain('閲覧用トークンを入力してください。');
    });
  });

  describe('with a report', () => {
    it('shows viewings, how many reached an ending, and the questions received', async () => {
      const { report } = await open({}, 'secret');

      expect(findAll(report, '[part="figure"]').map(readAll)).to.deep.equal([
        '視聴 23件 記録に同意した視聴の数',
        '最後まで進んだ視聴 16件 ／20件',
        '会社への質問 2件',
      ]);
    });

    it('is accessible in both languages, light and dark', async () => {
      const { report } = await open({}, 'secret');

      report.appearance = 'light';
      await settle(report);
      await expect(report).to.be.accessible();

      report.appearance = 'dark';
      report.lang = 'en';
      report.style.background = '#0f1214';
      await settle(report);
      await expect(report).to.be.accessible();
    });

    it('shows interest and anxiety of each topic as a table, with options and in the author’s order', async () => {
      const { report } = await open({}, 'secret');

      expect(rowsOf(report, 'followup-report-topics')).to.deep.equal([
        '人間関係・社風 関心 14件 ／20件 不安 7件 ／20件 会社からできることの例 先輩社員との座談会・懇親会 同期どうしの交流の場',
        '仕事内容 関心 11件 ／20件 不安 4件 ／20件 会社からできることの例 職場見学・1日の仕事体験 希望職種に近い先輩をメンターに 入社前の研修・体験会',
        'キャリア 関心 5件 ／20件 不安 0件 ／20件 会社からできることの例 希望職種に近い先輩をメンターに 人事や配属先の上司との個別面談',
        '待遇・条件 あと3人分の視聴で表示されます 会社からできることの例 人事や配属先の上司との個別面談 制度や条件を書面であらためて案内',
      ]);
    });

    it('draws a bar as long as the share it stands for', async () => {
      const { report } = await open({}, 'secret');

      const bars = findAll(findOne(report, 'followup-report-topics'), '.fill').map((bar) => bar.getAttribute('width'));

      expect(bars).to.deep.equal(['70%', '35%', '55%', '20%', '25%', '0%']);
    });

    it('shows how many chose what, and those who would rather not answer apart', async () => {
      const { report } = await open({}, 'secret');
      const [first] = findAll(report, 'followup-report-question');

      expect(findAll(first as Element, 'tbody [role="row"]').map(readAll)).to.deep.equal([
        '人間関係・社風 11件',
        '仕事内容 6件',
        'キャリア 1件',
        '答えたくない 2件',
      ]);
      expect(readAll(first as Element)).to.contain('回答18件');
    });

    it('hides a question that too few have answered, says how many are missing, and why', async () => {
      const { report } = await open({}, 'secret');
      const hidden = findAll(report, 'followup-report-question')[1] as Element;

      expect(readAll(hidden)).to.equal(
        '入社まで、気がかりなことはどのくらいありますか。 あと3人分の回答で表示されます',
      );
      expect(findAll(hidden, 'table').length).to.equal(0);
      expect(readAll(report)).to.contain('人数が少ないと、誰の回答かわかってしまうことがあります。');
    });

    it('hides how many reached an ending while they are few', async () => {
      const { report } = await open({ report: aReport({ viewings: 4, finished: aHidden(1) }) }, 'secret', 'en');

      expect(readAll(findAll(report, '[part="figure"]')[1] as Element)).to.equal(
        'Reached an ending Shown after 1 more viewing',
      );
    });

    it('names only those who gave their name with a question', async () => {
      const { report } = await open({}, 'secret');
      const entries = findAll(findOne(report, '#asked'), '[part="entry"]').map(readAll);

      expect(entries[0]).to.match(/^配属先は.* 仕事内容 .* 名前なし$/);
      expect(entries[1]).to.match(/^先輩方は.* 人間関係・社風 .* 山田 花 \(A-014\)$/);
    });

    it('never reads a viewer’s words as HTML', async () => {
      const asked = [{ text: '<img src=x onerror=alert(1)>', at: '2026-11-19T12:05:31Z' }];
      const { report } = await open({ report: aReport({ asked }) }, 'secret');

      expect(findAll(report, 'img').length).to.equal(0);
      expect(readAll(findOne(report, '#asked'))).to.contain('<img src=x onerror=alert(1)>');
    });

    it('lists ten questions at first, and the rest on demand', async () => {
      const asked = Array.from({ length: 12 }, (_, index) => ({ text: `質問${index}`, at: '2026-11-19T12:05:31Z' }));
      const { report } = await open({ report: aReport({ asked, askedInAll: 230 }) }, 'secret');
      const before = findAll(findOne(report, '#asked'), '[part="entry"]').length;

      button(report, '残りの2件を表示').click();
      await settle(report);

      expect(before).to.equal(10);
      expect(findAll(findOne(report, '#asked'), '[part="entry"]').length).to.equal(12);
      expect(readAll(report)).to.contain('このほかに218件あります。');
    });

    it('lays open what was written in answer to a question', async () => {
      const { report } = await open({}, 'secret');

      findOne(report, 'summary').click();
      await settle(report);

      expect(findOne<HTMLDetailsElement>(report, 'details').open).to.equal(true);
      expect(readAll(findOne(report, 'details'))).to.contain('面接でお会いした方と、もう一度お話ししてみたいです。');
    });

    it('offers the general options for a topic of the author’s own', async () => {
      const topics = [{ topic: 'dormitory', label: '独身寮', figure: aHidden(2) }];
      const { report } = await open({ report: aReport({ topics }) }, 'secret');

      expect(rowsOf(report, 'followup-report-topics')[0]).to.contain('人事や配属先の上司との個別面談');
    });

    it('speaks of no score, rank or risk', async () => {
      const { report } = await open({}, 'secret', 'en');

      expect(readAll(report)).not.to.match(/score|rank|risk|probab|likel/i);
    });
  });

  describe('what the reader does', () => {
    it('chooses another period from the keyboard', async () => {
      const { report, asked } = await open({}, 'secret');
      findOne(report, 'input[value="month"]').focus();

      await sendKeys({ press: 'ArrowRight' });
      await settle(report);

      expect(asked.filters.at(-1)).to.deep.equal({ graph: 'welcome' });
      expect(readAll(findOne(report, '.span'))).to.contain('全期間');
    });

    it('chooses a topic', async () => {
      const { report, asked } = await open({}, 'secret');
      const topic = findOne<HTMLSelectElement>(report, '#topic');

      topic.value = 'career';
      topic.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(report);

      expect(asked.filters.at(-1)?.topic).to.equal('career');
      expect(readAll(findOne(report, '.span'))).to.match(/· キャリア/);
    });

    it('chooses a graph only if there is more than one', async () => {
      const one = await open({}, 'secret');
      expect(findAll(one.report, '#graph').length).to.equal(0);

      const two = await open({ graphs: [knownGraph, otherGraph] }, 'secret');
      const graph = findOne<HTMLSelectElement>(two.report, '#graph');
      two.script.report = { ...aReport(), graphs: [aGraphReport({ graph: 'first-week', title: otherGraph.title })] };
      graph.value = 'first-week';
      graph.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(two.report);

      expect(two.asked.filters.at(-1)?.graph).to.equal('first-week');
      expect(readAll(findOne(two.report, '.subject'))).to.equal('入社1週間のふりかえり');
    });

    it('is told when the days run backwards, and keeps the report', async () => {
      const { report, asked } = await open({}, 'secret');
      findOne(report, 'input[value="between"]').click();
      await settle(report);
      const before = asked.filters.length;

      for (const [id, day] of [
        ['from', '2026-11-10'],
        ['to', '2026-11-01'],
      ] as const) {
        const field = findOne<HTMLInputElement>(report, `#${id}`);
        field.value = day;
        field.dispatchEvent(new Event('change', { bubbles: true }));
        await settle(report);
      }

      expect(readAll(findOne(report, '#backwards'))).to.equal('終了日には、開始日以降の日付を指定してください。');
      expect(asked.filters.length).to.equal(before + 1);
      expect(readAll(report)).to.contain('23件');
      await expect(report).to.be.accessible();
    });

    it('offers a workbook and CSV, and keeps what programs want folded', async () => {
      const { report, asked } = await open({}, 'secret');

      const folded = findOne(report, '[part="more"]') as HTMLDetailsElement;
      expect(folded.open).to.equal(false);
      folded.open = true;
      button(report, 'xAPI').click();
      await settle(report);

      expect(asked.saved.map(({ name }) => name)).to.deep.equal(['welcome-2026-11-20.xapi.jsonl']);
    });

    it('saves the CSV file and hears that it is there', async () => {
      const { report, asked } = await open({}, 'secret');

      button(report, 'CSV').click();
      await settle(report);

      expect(asked.files.map(({ format, language }) => [format, language])).to.deep.equal([['csv', 'ja']]);
      expect(asked.saved.map(({ name }) => name)).to.deep.equal(['welcome-2026-11-20.csv']);
      expect(readAll(findOne(report, '[part="status"]'))).to.contain('「welcome-2026-11-20.csv」を保存しました。');
    });

    it('sees that a file is on its way, and does not start it twice', async () => {
      const { report, asked } = await open({ file: never }, 'secret');

      button(report, 'JSON Lines').click();
      await settle(report);
      button(report, 'JSON Lines').click();
      await settle(report);

      expect(readAll(findOne(report, '[part="status"]'))).to.equal('JSON Linesファイルを準備しています…');
      expect(asked.files.length).to.equal(1);
      await expect(report).to.be.accessible();
    });

    it('is told why a file did not come', async () => {
      const { report } = await open({ file: refused }, 'secret');

      button(report, 'CSV').click();
      await settle(report);

      expect(readAll(findOne(report, '[part="status"]'))).to.equal(
        'ダウンロードできませんでした。管理者の方へ：The disk is full.',
      );
    });

    it('switches the language, and the page hears of it', async () => {
      const { report } = await open({}, 'secret');
      const heard: string[] = [];
      report.addEventListener('followup-language', ({ language }) => heard.push(language));

      button(report, 'English').click();
      await settle(report);

      expect(heard).to.deep.equal(['en']);
      expect(readAll(report)).to.contain('Interest and anxiety by topic');
      expect(findOne(report, '.page').lang).to.equal('en');
    });

    it('closes the report, and nothing of it is left', async () => {
      const { report } = await open({}, 'secret');

      button(report, 'レポートを閉じる').click();
      await settle(report);

      expect(readAll(report)).to.contain('閲覧用トークンの入力');
      expect(readAll(report)).not.to.contain(someWords[0]?.text);
    });

    it('keeps what it asks of its parts from the page', async () => {
      const { report } = await open({}, 'secret');
      const heard: string[] = [];
      document.addEventListener('followup-report-wish', ({ type }) => heard.push(type), { once: true });

      button(report, '最新の情報に更新').click();
      await settle(report);

      expect(heard).to.deep.equal([]);
    });
  });

  describe('when there is nothing, or nothing new, to show', () => {
    it('says that it is loading', async () => {
      const { report } = await open({ report: never }, 'secret');

      expect(readAll(findOne(report, '[role="status"]'))).to.equal('読み込んでいます…');
      await expect(report).to.be.accessible();
    });

    it('says what to do while nobody has watched anything', async () => {
      const { report } = await open({ graphs: [] }, 'secret');

      expect(readAll(report)).to.contain('まだ反応が届いていません');
      expect(readAll(report)).to.contain('動画のページを、内定者の方にご案内ください。');
      await expect(report).to.be.accessible();
    });

    it('offers the whole time when the period is empty', async () => {
      const { report, asked, script } = await open({ report: anEmptyReport() }, 'secret');
      expect(readAll(report)).to.contain('この範囲には反応がありません');
      await expect(report).to.be.accessible();
      script.report = aReport();

      button(report, '全期間を表示').click();
      await settle(report);

      expect(asked.filters.at(-1)).to.deep.equal({ graph: 'welcome' });
      expect(readAll(report)).to.contain('23件');
    });

    it('says that the collector cannot be reached, and mends it on another try', async () => {
      const { report, script } = await open({ graphs: unreachable }, 'secret');
      expect(readAll(findOne(report, '.fault'))).to.contain('サーバーに接続できませんでした。');
      await expect(report).to.be.accessible();
      script.graphs = [knownGraph];

      button(report, 'もう一度試す').click();
      await settle(report);

      expect(findAll(report, '.fault').length).to.equal(0);
      expect(readAll(report)).to.contain('23件');
    });

    it('keeps the last report when a refresh fails, and says so', async () => {
      const { report, script } = await open({}, 'secret');
      script.report = refused;

      button(report, '最新の情報に更新').click();
      await settle(report);

      expect(readAll(findOne(report, '.fault'))).to.equal(
        'レポートを読み込めませんでした。しばらくしてから、もう一度お試しください。 以下は、前回読み込んだ内容です。 管理者の方へ：The disk is full. もう一度試す',
      );
      expect(readAll(report)).to.contain('23件');
    });

    it('asks for the token again when the session ends', async () => {
      const { report, script } = await open({}, 'secret');
      script.graphs = wrongToken;

      button(report, '最新の情報に更新').click();
      await settle(report);

      expect(readAll(findOne(report, '#fault'))).to.contain('もう一度トークンを入力してください。');
      expect(readAll(report)).not.to.contain('23件');
    });
  });

  describe('with a token for figures only', () => {
    it('offers no files', async () => {
      const scripted = scriptSession({}, { isOpen: true, files: false });
      const report = await fixture<FollowupReportElement>(html`
        <followup-report .session=${scripted.session} lang="ja"></followup-report>
      `);
      await settle(report);

      expect(readAll(report)).to.contain('23件');
      expect(readAll(report)).not.to.contain('データのダウンロード');
    });
  });

  describe('closing the report', () => {
    it('ends the session', async () => {
      const { report, door } = await open({}, 'secret');

      button(report, 'レポートを閉じる').click();
      await settle(report);

      expect(door.isOpen).to.equal(false);
      expect(readAll(report)).to.contain('閲覧用トークンの入力');
    });

    it('says so when the collector cannot be told', async () => {
      const { report } = await open({ leaving: unreachable }, 'secret');

      button(report, 'レポートを閉じる').click();
      await settle(report);

      expect(readAll(findOne(report, '#fault'))).to.contain('ブラウザーをすべて閉じてください');
      expect(readAll(report)).not.to.contain('23件');
    });
  });

  describe('on any screen', () => {
    after(async () => {
      await setViewport({ width: 800, height: 600 });
      await emulateMedia({ media: 'screen' });
    });

    it('fits 320 px, however long the words are', async () => {
      await setViewport({ width: 320, height: 640 });
      const long =
        'とても長いことばが続く選択肢や質問でも'.repeat(6) + 'Donaudampfschifffahrtsgesellschaftskapitaen'.repeat(2);
      const asked = [{ text: long, at: '2026-11-19T12:05:31Z', topicLabel: long, name: long }];
      const { report } = await open({ report: aReport({ title: long, asked }) }, 'secret', 'en');
      findOne(report, 'input[value="between"]').click();
      await settle(report);

      expect(document.documentElement.scrollWidth).to.equal(320);
    });

    it('has room for a finger on everything that is pressed', async () => {
      await setViewport({ width: 360, height: 640 });
      const { report } = await open({}, 'secret');

      const small = findAll(report, 'button, select, [part="period"], summary, a')
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
        .map((one) => `${one.localName} ${readAll(one)}`);

      expect(small).to.deep.equal([]);
    });

    it('keeps filters and buttons off the paper', async () => {
      const { report } = await open({}, 'secret');

      await emulateMedia({ media: 'print' });

      const shown = (selector: string) => getComputedStyle(findOne(report, selector)).display !== 'none';
      expect(['followup-report-filters', '.actions', '#downloads', '.span button'].filter(shown)).to.deep.equal([]);
      expect(['followup-report-topics', '#asked', '.subject'].filter(shown).length).to.equal(3);
    });
  });
});
