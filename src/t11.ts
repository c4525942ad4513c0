import { SaxesParser } from 'saxes'
import { sampleInvoice } from './modules/finanzen/rechnungspruefung/tools/examples.js'
import { validateInvoice, writeCii, writeUbl } from './modules/finanzen/rechnungspruefung/index.js'
import { parseXml } from './modules/finanzen/rechnungspruefung/xml/parse.js'
import { decodeXml } from './modules/finanzen/rechnungspruefung/xml/decode.js'
import { checkStructure } from './modules/finanzen/rechnungspruefung/xsd/structure.js'
import { run } from './modules/finanzen/rechnungspruefung/rules/engine.js'
import { programFor } from './modules/finanzen/rechnungspruefung/rules/index.js'
const base=sampleInvoice(); const line=base.lines[0]!
const cpu=(n:number,f:()=>void)=>{for(let i=0;i<n;i++)f(); const a=process.cpuUsage(); for(let i=0;i<n;i++)f(); const u=process.cpuUsage(a); return (u.user/1000/n).toFixed(2)}
for (const [w,fam] of [[writeUbl,'UBL'],[writeCii,'CII']] as const) for (const [lines,n] of [[10,300],[1000,4]] as const) {
const b=Buffer.from(w({...base,lines:Array.from({length:lines},(_,i)=>({...line,id:String(i+1)}))}))
const d=parseXml(decodeXml(b))
console.log(fam,lines,'all',cpu(n,()=>{validateInvoice(b,{at:'2026-01-01'})}),'parse',cpu(n,()=>{parseXml(decodeXml(b))}),'xsd',cpu(n,()=>{checkStructure(d,fam)}),'rules',cpu(n,()=>{run(programFor(fam,true),{...d})}),'saxes',cpu(n,()=>{new SaxesParser({xmlns:true}).write(new TextDecoder().decode(b)).close()}))
}
