// The entry of every npm script: node scripts/run.mjs <task> [arguments]
// Syntax and imports here stay readable for very old versions of Node: only then can they print the sentence below
// instead of a syntax error. Everything newer is imported after the check.

const needed = 20
const found = process.versions.node
const site = 'https://nodejs.org'

if (parseInt(found, 10) < needed) {
  console.error(
    [
      `Certassur Centre needs Node ${needed} or newer and found Node ${found}: install it from ${site}, then run the same command again.`,
      `Certassur Centre demande Node ${needed} ou plus récent et a trouvé Node ${found} : installez-le depuis ${site}, puis relancez la même commande.`,
      `Certassur Centre heeft Node ${needed} of nieuwer nodig en vond Node ${found}: installeer het via ${site} en voer dezelfde opdracht opnieuw uit.`,
    ].join(' / '),
  )
  process.exitCode = 1
} else {
  import('./tasks/tasks.mjs')
    .then((tasks) => tasks.runTask(process.argv[2], process.argv.slice(3)))
    .then((code) => {
      process.exitCode = code
    })
    .catch((error) => {
      console.error(error.expected ? error.message : error)
      process.exitCode = 1
    })
}
