import { FaceEngine, installedPack } from '@rollcall/vision';
import { kioskFrame } from './dist/frame.js';
import sharp from 'sharp';
const f=await kioskFrame('/work/shared/photos/people/Amy_Adams/frontal_02.jpg');
console.log('frame bytes',f.length);
const pack=await installedPack(process.argv[2]??'arcface-mbf','/work/shared/models');
for (const threads of [1,2]) {
 const e=await FaceEngine.open(pack,{threads});
 const T=[];for(let i=0;i<40;i++){const r=await e.read(f,{embed:'largest'});if(i>5)T.push(r.timings);}
 const m=k=>T.map(t=>t[k]).sort((a,b)=>a-b)[T.length>>1].toFixed(1);
 console.log(threads,'threads',Object.keys(T[0]).map(k=>k+' '+m(k)).join(', '),'ratio',(m('total')/m('inference')).toFixed(3));
 await e.close();
}
let t=performance.now();for(let i=0;i<30;i++)await sharp(f).raw().toBuffer();console.log('plain sharp raw',(performance.now()-t)/30);
t=performance.now();for(let i=0;i<30;i++)await sharp(f,{failOn:'warning'}).autoOrient().flatten({background:'white'}).toColourspace('srgb').raw({depth:'uchar'}).toBuffer();console.log('pipeline',(performance.now()-t)/30);
sharp.concurrency(1);t=performance.now();for(let i=0;i<30;i++)await sharp(f).raw().toBuffer();console.log('raw conc 1',(performance.now()-t)/30);
