import * as v from 'valibot';

import { described, idSchema, labelSchema } from './schema-parts.js';

export const topicSchema = v.strictObject({
  id: described(idSchema, 'The id that signals, scenes and conditions name.'),
  label: described(labelSchema, 'What viewers and HR read.'),
});

/** A matter that viewers ask or worry about. */
export type Topic = v.InferOutput<typeof topicSchema>;
export type TopicId = Topic['id'];

/** The seven topics of the offer period, used when a graph lists none. */
export const DEFAULT_TOPICS: Readonly<Record<'ja' | 'en', readonly Topic[]>> = {
  ja: [
    { id: 'relationships', label: '人間関係・社風' },
    { id: 'job-content', label: '仕事内容' },
    { id: 'career', label: 'キャリア' },
    { id: 'terms', label: '待遇・条件' },
    { id: 'comparison', label: '他社との比較・迷い' },
    { id: 'isolation', label: '情報不足・孤独感' },
    { id: 'preparation', label: '入社準備' },
  ],
  en: [
    { id: 'relationships', label: 'Relationships' },
    { id: 'job-content', label: 'Job content' },
    { id: 'career', label: 'Career' },
    { id: 'terms', label: 'Terms' },
    { id: 'comparison', label: 'Comparison' },
    { id: 'isolation', label: 'Isolation' },
    { id: 'preparation', label: 'Preparation' },
  ],
};
