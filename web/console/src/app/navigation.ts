import type { ComponentType } from 'react';
import {
  ApiOutlined,
  BarChartOutlined,
  CodeOutlined,
  CustomerServiceOutlined,
  FieldTimeOutlined,
  FileSearchOutlined,
  GiftOutlined,
  HourglassOutlined,
  KeyOutlined,
  LayoutOutlined,
  LinkOutlined,
  MailOutlined,
  MessageOutlined,
  NotificationOutlined,
  PhoneOutlined,
  SafetyOutlined,
  SendOutlined,
  SnippetsOutlined,
  SoundOutlined,
  StopOutlined,
  TagsOutlined,
  TeamOutlined,
  UsergroupAddOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons';
import { apiKeyRoutes, toApiKeys } from '../features/api-keys/routes.ts';
import { auditRoutes, toAudit } from '../features/audit/routes.ts';
import { buttonRoutes, toButton } from '../features/button/routes.ts';
import { cannedRoutes, toCannedMessages } from '../features/canned-messages/routes.ts';
import { channelRoutes, toChannels } from '../features/channels/routes.ts';
import { departmentRoutes, toDepartments } from '../features/departments/routes.ts';
import { deskRoutes, toDesk } from '../features/desk/routes.ts';
import { integrationRoutes, toIntegration } from '../features/integration/routes.ts';
import { interactionRoutes, toInteraction } from '../features/interaction-buttons/routes.ts';
import { labelRoutes, toBlocked, toLabels } from '../features/labels/routes.ts';
import { linkRoutes, toLinks } from '../features/links/routes.ts';
import { minutesRoutes, toMinutes } from '../features/minutes/routes.ts';
import { offlineRoutes, toOffline } from '../features/offline/routes.ts';
import { personalDataRoutes, toPersonalData } from '../features/personal-data/routes.ts';
import { popupRoutes, toPopups } from '../features/popups/routes.ts';
import { queueRoutes, toQueue } from '../features/queue/routes.ts';
import { referralRoutes, toReferral } from '../features/referral/routes.ts';
import { reportRoutes, toReports } from '../features/reports/routes.ts';
import { sequenceRoutes, toSequences } from '../features/sequences/routes.ts';
import { soundRoutes, toSounds } from '../features/sounds/routes.ts';
import { staffRoutes, toStaff } from '../features/staff/routes.ts';
import { toWebhooks, webhookRoutes } from '../features/webhooks/routes.ts';
import { toWindow, windowRoutes } from '../features/window/routes.ts';
import type { FeatureRoute } from '../shared/routing.ts';
import { OWNER, OWNER_AND_AGENT } from '../shared/routing.ts';
import type { Role } from '../shared/session/me.ts';
import type { shellVi } from './locale.ts';

export const routes: readonly FeatureRoute[] = [
  ...deskRoutes,
  ...queueRoutes,
  ...channelRoutes,
  ...soundRoutes,
  ...cannedRoutes,
  ...departmentRoutes,
  ...popupRoutes,
  ...sequenceRoutes,
  ...offlineRoutes,
  ...buttonRoutes,
  ...windowRoutes,
  ...interactionRoutes,
  ...linkRoutes,
  ...integrationRoutes,
  ...apiKeyRoutes,
  ...webhookRoutes,
  ...labelRoutes,
  ...auditRoutes,
  ...reportRoutes,
  ...personalDataRoutes,
  ...staffRoutes,
  ...minutesRoutes,
  ...referralRoutes,
];

type Label = keyof (typeof shellVi)['nav'];

export interface NavigationItem {
  to: string;
  label: Label;
  icon: ComponentType;
  roles: readonly Role[];
}

export interface NavigationGroup {
  label: Label | undefined;
  items: readonly NavigationItem[];
}

const owners = (to: string, label: Label, icon: ComponentType): NavigationItem => ({
  to,
  label,
  icon,
  roles: OWNER,
});

export const navigation: readonly NavigationGroup[] = [
  {
    label: undefined,
    items: [
      { to: toDesk(), label: 'desk', icon: CustomerServiceOutlined, roles: OWNER_AND_AGENT },
      { to: toQueue(), label: 'queue', icon: HourglassOutlined, roles: OWNER_AND_AGENT },
      owners(toReports(), 'reports', BarChartOutlined),
    ],
  },
  {
    label: 'reception',
    items: [
      owners(toChannels(), 'channels', ApiOutlined),
      owners(toDepartments(), 'departments', TeamOutlined),
      owners(toSounds(), 'sounds', SoundOutlined),
      owners(toLabels(), 'labels', TagsOutlined),
      owners(toBlocked(), 'blocked', StopOutlined),
    ],
  },
  {
    label: 'automatic',
    items: [
      owners(toPopups(), 'popups', NotificationOutlined),
      owners(toSequences(), 'sequences', FieldTimeOutlined),
      owners(toOffline(), 'offline', MailOutlined),
      owners(toCannedMessages(), 'canned', SnippetsOutlined),
    ],
  },
  {
    label: 'appearance',
    items: [
      owners(toButton(), 'button', MessageOutlined),
      owners(toWindow(), 'window', LayoutOutlined),
      owners(toInteraction(), 'interaction', VideoCameraOutlined),
      owners(toLinks(), 'links', LinkOutlined),
    ],
  },
  {
    label: 'business',
    items: [
      owners(toIntegration(), 'integration', CodeOutlined),
      owners(toApiKeys(), 'apiKeys', KeyOutlined),
      owners(toWebhooks(), 'webhooks', SendOutlined),
      owners(toStaff(), 'staff', UsergroupAddOutlined),
      owners(toMinutes(), 'minutes', PhoneOutlined),
      owners(toReferral(), 'referral', GiftOutlined),
      owners(toPersonalData(), 'personalData', SafetyOutlined),
      owners(toAudit(), 'audit', FileSearchOutlined),
    ],
  },
];

export function allows(roles: readonly Role[], held: readonly Role[]): boolean {
  return roles.some((role) => held.includes(role));
}
