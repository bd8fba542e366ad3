/** What went wrong, as a sentence that helps. */
import { Refusal, Unreachable } from './api.js';
import { number, t } from './language.js';

export function sentence(failure) {
  if (failure instanceof Unreachable) {
    return t('failReach');
  }
  return failure instanceof Refusal
    ? refused(failure.status, failure.document, failure.retryAfter)
    : t('failOther', { status: String(failure.message) });
}

/** Of one item of a batch, or of a whole answer. */
export function refused(status, document, retryAfter) {
  switch (status) {
    case 400:
      return /nombre/.test(document.detail) ? t('failNumber') : t('failBlank');
    case 404:
      return t('failModel');
    case 413:
      return t('failLarge', { size: size(document.limit ?? 1 << 20) });
    case 422:
      return t('failInvalid', { detail: detail(document.detail) });
    case 429:
      return t('failMany', { seconds: retryAfter ?? 10 });
    case 500:
    case 502:
    case 503:
    case 504:
      return retryAfter === undefined ? t('failLater') : t('failBusy', { seconds: retryAfter });
    default:
      return t('failOther', { status: String(status) });
  }
}

const size = bytes => bytes < 1 << 20 ? `${number(Math.round(bytes / 1024))} KB` : `${number(Math.round(bytes / (1 << 20)))} MB`;

const detail = violations => Array.isArray(violations) ? violations.map(violation => violation.msg).join('; ') : String(violations);
