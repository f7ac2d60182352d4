import { createRequestHandler } from '@remix-run/express'
import express from 'express'
import * as build from './build/server/index.js'

const app = express()
app.disable('x-powered-by')
app.all('*', createRequestHandler({ build, mode: 'production' }))
app.listen(Number(process.env.PORT), process.env.HOST)
