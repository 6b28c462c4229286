import { z } from 'zod'

// Zod would compile its parsers with `new Function`, which the page's policy forbids.
z.config({ jitless: true })
