import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';

import { Platform } from './platform.js';
import { Chores } from './work/chores.service.js';

/** The one module tree: server and worker import it, so both are made of the same parts. */
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(Platform) private readonly platform: Platform) {}

  /** Around a platform that is open already. */
  static around(platform: Platform): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [ScheduleModule.forRoot()],
      providers: [{ provide: Platform, useValue: platform }, Chores],
      exports: [Platform],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.platform.close();
  }
}
