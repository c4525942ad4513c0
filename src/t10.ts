import { sampleInvoice } from './modules/finanzen/rechnungspruefung/tools/examples.js'
import { validateInvoice, writeCii, writeUbl } from './modules/finanzen/rechnungspruefung/index.js'
const base=sampleInvoice(); const line=base.lines[0]!
const w=process.argv[2]==='cii'?writeCii:writeUbl
const b=Buffer.from(w({...base,lines:Array.from({length:+process.argv[3]!},(_,i)=>({...line,id:String(i+1)}))}))
const n=+process.argv[4]!; let t=performance.now(); for(let i=0;i<n;i++) validateInvoice(b); console.log((performance.now()-t)/n)
