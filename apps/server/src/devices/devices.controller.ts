import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  device,
  deviceCreate,
  devicePage,
  deviceSelf,
  deviceUpdate,
  deviceWithKey,
  idParam,
  pageQuery,
  type DeviceCreate,
  type DeviceUpdate,
  type IdParam,
  type PageQuery,
} from '@rollcall/contracts';
import { Allow, ForDevices } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { Device } from './device.entity.js';
import { Kiosk } from './device.guard.js';
import { DevicesService } from './devices.service.js';

@ApiTags('devices')
@Controller('devices')
@Allow('admin')
export class DevicesController {
  constructor(private readonly devices: DevicesService) {}

  @Post()
  @Answers(201, deviceWithKey, { 422: 'SITE_NOT_FOUND' })
  create(@Sender() sender: Principal, @Body({ schema: deviceCreate }) body: DeviceCreate) {
    return this.devices.create(actorOf(sender), body);
  }

  @Get()
  @Allow('admin', 'hr', 'auditor')
  @Answers(200, devicePage)
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.devices.list(query);
  }

  @Get('self')
  @ForDevices()
  @Answers(200, deviceSelf)
  self(@Kiosk() kiosk: Device) {
    return this.devices.self(kiosk);
  }

  @Patch(':id')
  @Answers(200, device, { 404: 'DEVICE_NOT_FOUND', 422: 'SITE_NOT_FOUND' })
  update(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: deviceUpdate }) body: DeviceUpdate,
  ) {
    return this.devices.update(actorOf(sender), id, body);
  }

  @Post(':id/rotate-key')
  @Answers(200, deviceWithKey, { 404: 'DEVICE_NOT_FOUND' })
  rotateKey(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.devices.rotateKey(actorOf(sender), id);
  }

  @Delete(':id')
  @Answers(204, null, { 404: 'DEVICE_NOT_FOUND' })
  remove(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.devices.remove(actorOf(sender), id);
  }
}
