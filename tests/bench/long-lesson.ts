const code = `import hashlib
from pathlib import Path


def digests(folder: Path, *, suffix: str = ".csv") -> dict[str, str]:
    """SHA-256 of every table below a folder."""
    found = {}
    for path in sorted(folder.rglob(f"*{suffix}")):
        with path.open("rb") as file:
            found[str(path)] = hashlib.file_digest(file, "sha256").hexdigest()
    return found
`

const part = (number: number) => `## Част ${number}

Проверката на целостта започва с **контролна сума**: ако един бит се промени, тя е друга. Затова я пазим *отделно* от
файла, както е описано в [документацията](https://example.org/checksums), и я сравняваме преди всяко обучение.

\`\`\`python title="Контролни суми на таблиците"
${code}\`\`\`

\`\`\`bash
sha256sum data/*.csv | tee checksums.txt
grep -v '^#' checksums.txt | awk '{ print $2 }' | sort -u
\`\`\`

| Алгоритъм | Битове | Употреба |
|:----------|-------:|----------|
| SHA-256   |    256 | цялост   |
| SHA-1     |    160 | никога   |

- Запишете сумата, преди да изпратите файла.
- Сравнете я, след като го получите.
  - Различна ли е, не го отваряйте.

> [!WARNING]
> Сума, която стои до файла, може да бъде сменена заедно с него.

::: quiz {#q-${number} lo=LO1 shuffle}
Какво доказва една контролна сума?

- [x] Че файлът е същият.
  > Да, докато сумата идва по друг път.
- [ ] Че файлът е безопасен и можете да го отворите.
  > Зловреден файл също има сума.
:::
`

/** A lesson of about 20 KB with as much code as the longest of the courses on supercomputers. */
export const longLesson = `---
title: Цялост
summary: Как се познава, че един файл е същият.
outcomes: [LO1]
minutes: { read: 20 }
---

${Array.from({ length: 10 }, (_, index) => part(index + 1)).join('\n')}`
