import { say } from '../i18n/language.ts'
import { PROBLEM_SENTENCES } from '../i18n/problems.ts'
import type { Failure } from './client.ts'

export const problemSentence = (failure: Failure): string => say(PROBLEM_SENTENCES[failure.code])
