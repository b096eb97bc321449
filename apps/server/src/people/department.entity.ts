import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('departments')
export class Department {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  name!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
