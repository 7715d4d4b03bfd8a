import type { ComponentType } from 'react';
import {
  ApiOutlined,
  CommentOutlined,
  CustomerServiceOutlined,
  GiftOutlined,
  PhoneOutlined,
  TeamOutlined,
  UsergroupAddOutlined,
} from '@ant-design/icons';
import { channelRoutes, toChannels } from '../features/channels/routes.ts';
import { departmentRoutes, toDepartments } from '../features/departments/routes.ts';
import { deskRoutes, toDesk } from '../features/desk/routes.ts';
import { minutesRoutes, toMinutes } from '../features/minutes/routes.ts';
import { referralRoutes, toReferral } from '../features/referral/routes.ts';
import { staffRoutes, toStaff } from '../features/staff/routes.ts';
import { toChatWindow, widgetRoutes } from '../features/widget-settings/routes.ts';
import type { FeatureRoute } from '../shared/routing.ts';
import { OWNER, OWNER_AND_AGENT } from '../shared/routing.ts';
import type { Role } from '../shared/session/me.ts';

export const routes: readonly FeatureRoute[] = [
  ...deskRoutes,
  ...channelRoutes,
  ...departmentRoutes,
  ...widgetRoutes,
  ...staffRoutes,
  ...minutesRoutes,
  ...referralRoutes,
];

export interface NavigationItem {
  to: string;
  label: 'desk' | 'channels' | 'departments' | 'chatWindow' | 'staff' | 'minutes' | 'referral';
  icon: ComponentType;
  roles: readonly Role[];
}

export interface NavigationGroup {
  label: 'settings' | 'business' | undefined;
  items: readonly NavigationItem[];
}

export const navigation: readonly NavigationGroup[] = [
  {
    label: undefined,
    items: [{ to: toDesk(), label: 'desk', icon: CustomerServiceOutlined, roles: OWNER_AND_AGENT }],
  },
  {
    label: 'settings',
    items: [
      { to: toChannels(), label: 'channels', icon: ApiOutlined, roles: OWNER },
      { to: toDepartments(), label: 'departments', icon: TeamOutlined, roles: OWNER },
      { to: toChatWindow(), label: 'chatWindow', icon: CommentOutlined, roles: OWNER },
    ],
  },
  {
    label: 'business',
    items: [
      { to: toStaff(), label: 'staff', icon: UsergroupAddOutlined, roles: OWNER },
      { to: toMinutes(), label: 'minutes', icon: PhoneOutlined, roles: OWNER },
      { to: toReferral(), label: 'referral', icon: GiftOutlined, roles: OWNER },
    ],
  },
];

export function allows(roles: readonly Role[], held: readonly Role[]): boolean {
  return roles.some((role) => held.includes(role));
}
