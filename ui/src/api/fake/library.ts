// The guides of the content library, read from its own files, so that the journal in memory asks what the program asks.
// Understands the shape of those files only.
import guidesYaml from '../../../../src-tauri/crates/practice/content/guides.yaml?raw';
import smallYaml from '../../../../src-tauri/crates/practice/content/small-walks.yaml?raw';
import wordsYaml from '../../../../src-tauri/crates/practice/content/words.yaml?raw';
import type { Guide, GuideStep } from '../gen/wire';

const field = (text: string, name: string): string | null => new RegExp(`\\b${name}: (?:"([^"]*)"|([\\w-]+))`).exec(text)?.slice(1).find((one) => one !== undefined) ?? null;

/** The words of a list to tap from. */
function listOf(name: string): string[] {
  const list = wordsYaml.split(/^(?=\w)/m).find((part) => part.startsWith(`${name}:`)) ?? '';
  return [...list.matchAll(/label: "([^"]*)"/g)].map(([, label = '']) => label);
}

function stepOf(text: string): GuideStep {
  const of = (name: string): string => field(text, name) ?? '';
  return {
    id: of('id'), field: of('field'), optional: of('optional') === 'true', required: of('required') === 'true',
    question: of('question'), hint: of('hint'), example: of('example'), taps: listOf(of('taps')),
  };
}

function guideOf(text: string): Guide {
  const [head = '', rest = ''] = text.split(/^ {2}steps:$/m);
  const of = (name: string): string => field(head, name) ?? '';
  return {
    id: /^([\w-]+)/.exec(head)?.[1] ?? '', tier: of('tier') as Guide['tier'], title: of('title'), about: of('about'), minutes: Number(of('minutes')),
    framework: of('framework'), gate: field(head, 'gate'), makes: of('makes') as Guide['makes'], export: of('export') as Guide['export'],
    steps: rest.split(/^ {4}- \{/m).slice(1).map(stepOf), close: field(rest, 'close') ?? '',
  };
}

export const guides: Guide[] = [guidesYaml, smallYaml].flatMap((file) => file.split(/^- id: /m).slice(1).map(guideOf));
