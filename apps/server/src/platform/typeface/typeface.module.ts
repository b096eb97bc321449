import { Module } from '@nestjs/common';
import { Typeface } from './typeface.js';

/** One typeface for all that is printed: its files are opened once. */
@Module({ providers: [Typeface], exports: [Typeface] })
export class TypefaceModule {}
