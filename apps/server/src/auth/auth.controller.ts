import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  loginRequest,
  loginResponse,
  passwordChange,
  user,
  type LoginRequest,
  type PasswordChange,
} from '@rollcall/contracts';
import type { Request, Response } from 'express';
import { Allow, Public } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { Sender, type Principal } from '../platform/http/principal.js';
import { SESSION_COOKIE, tokenOf } from './auth.guard.js';
import { AuthService } from './auth.service.js';
import { SESSION_LIFETIME_MS, SessionsService } from './sessions.service.js';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
  ) {}

  @Post('login')
  @Public()
  @Answers(200, loginResponse, { 401: 'WRONG_CREDENTIALS', 429: 'TOO_MANY_REQUESTS' })
  async login(
    @Body({ schema: loginRequest }) body: LoginRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const opened = await this.auth.login(body, request.ip ?? '');
    response.cookie(SESSION_COOKIE, opened.token, cookie(request, SESSION_LIFETIME_MS));
    return opened;
  }

  @Post('logout')
  @Allow('admin', 'enroller', 'hr', 'auditor')
  @Answers(204, null)
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    await this.sessions.close(tokenOf(request) ?? '');
    response.clearCookie(SESSION_COOKIE, cookie(request));
  }

  @Get('me')
  @Allow('admin', 'enroller', 'hr', 'auditor')
  @Answers(200, user)
  me(@Sender() sender: Principal) {
    return this.auth.me(sender);
  }

  @Post('password')
  @Allow('admin', 'enroller', 'hr', 'auditor')
  @Answers(204, null, { 422: 'WRONG_PASSWORD' })
  async password(
    @Body({ schema: passwordChange }) body: PasswordChange,
    @Sender() sender: Principal,
    @Req() request: Request,
  ) {
    await this.auth.changePassword(sender, tokenOf(request) ?? '', body);
  }
}

const cookie = (request: Request, maxAge?: number) => ({
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: request.secure,
  path: '/',
  ...(maxAge && { maxAge }),
});
