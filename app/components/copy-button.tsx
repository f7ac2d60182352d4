import { useEffect, useState } from 'react'
import { useI18n } from '#app/i18n/i18n-context.tsx'

/** Copies a text. Without scripts there is no button; what it copies stands beside it and can be selected. */
export function CopyButton({ text, label, of }: { text: string; label: string; of: string }) {
  const { t } = useI18n()
  const [state, setState] = useState<'waiting' | 'ready' | 'copied' | 'failed'>('waiting')
  useEffect(() => setState('ready'), [])
  if (state === 'waiting') return null
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  return (
    <span className="copy">
      <button className="plain" type="button" onClick={copy}>
        {label}
        <span className="unseen">: {of}</span>
      </button>
      <span className="meta" role="status">
        {state === 'copied' && t('certificates.copied')}
        {state === 'failed' && t('certificates.notCopied')}
      </span>
    </span>
  )
}
