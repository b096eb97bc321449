import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type {
  Department as DepartmentMessage,
  DepartmentCreate,
  DepartmentUpdate,
  Page,
  PageQuery,
} from '@rollcall/contracts';
import { In, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { violatesReference, violatesUnique } from '../platform/database/constraint.js';
import { DomainError, notFound } from '../platform/domain-error.js';
import { pageByIdDescending } from '../platform/http/paging.js';
import { Department } from './department.entity.js';

@Injectable()
export class DepartmentsService {
  constructor(
    @InjectRepository(Department) private readonly departments: Repository<Department>,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(page: PageQuery): Promise<Page<DepartmentMessage>> {
    return pageByIdDescending(this.departments.createQueryBuilder('d'), page, present);
  }

  /** By id. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.departments.findBy({ id: In([...new Set(ids)]) });
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  async create(actor: string, fields: DepartmentCreate): Promise<DepartmentMessage> {
    const department = this.departments.create({ id: uuidv7(), ...fields, createdAt: this.clock.now() });
    await this.write(() => this.departments.insert(department));
    await this.audit.record({ actor, action: 'department.create', subject: `department:${department.id}` });
    return present(department);
  }

  /** The department of this name, whatever its case; it is made where there is none. */
  async named(actor: string, name: string): Promise<string> {
    const found = await this.departments
      .createQueryBuilder('d')
      .where('lower(d.name) = lower(:name)', { name })
      .orderBy('d.id')
      .getOne();
    return found?.id ?? (await this.create(actor, { name })).id;
  }

  async update(actor: string, id: string, fields: DepartmentUpdate): Promise<DepartmentMessage> {
    const department = Object.assign(await this.get(id), fields);
    await this.write(() => this.departments.save(department));
    await this.audit.record({ actor, action: 'department.update', subject: `department:${id}` });
    return present(department);
  }

  async remove(actor: string, id: string): Promise<void> {
    const department = await this.get(id);
    await this.write(() => this.departments.remove(department));
    await this.audit.record({ actor, action: 'department.delete', subject: `department:${id}` });
  }

  private async get(id: string): Promise<Department> {
    const department = await this.departments.findOneBy({ id });
    if (!department) throw notFound('department');
    return department;
  }

  private async write(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (violatesUnique(error, 'departments_name_key')) {
        throw new DomainError(
          'conflict',
          'DEPARTMENT_NAME_TAKEN',
          'There is a department of that name already.',
        );
      }
      if (!violatesReference(error)) throw error;
      throw new DomainError(
        'conflict',
        'DEPARTMENT_IN_USE',
        'People belong to this department. Move them first.',
      );
    }
  }
}

const present = (department: Department): DepartmentMessage => ({
  ...department,
  createdAt: department.createdAt.toISOString(),
});
