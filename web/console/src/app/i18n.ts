import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { commonEn } from '../shared/i18n/common.en.ts';
import { commonVi } from '../shared/i18n/common.vi.ts';
import { isLanguage } from '../shared/i18n/language.ts';
import { problemsEn } from '../shared/i18n/problems.en.ts';
import { problemsVi } from '../shared/i18n/problems.vi.ts';
import { sectionEn } from '../shared/section/locale.en.ts';
import { sectionVi } from '../shared/section/locale.vi.ts';
import { browserStorage } from '../shared/lib/storage.ts';
import type { Language } from '../shared/lib/time.ts';
import { apiKeysEn, apiKeysVi } from '../features/api-keys/locale.ts';
import { auditEn, auditVi } from '../features/audit/locale.ts';
import { buttonEn, buttonVi } from '../features/button/locale.ts';
import { integrationEn, integrationVi } from '../features/integration/locale.ts';
import { interactionEn, interactionVi } from '../features/interaction-buttons/locale.ts';
import { linksEn, linksVi } from '../features/links/locale.ts';
import { offlineEn, offlineVi } from '../features/offline/locale.ts';
import { personalDataEn, personalDataVi } from '../features/personal-data/locale.ts';
import { reportsEn, reportsVi } from '../features/reports/locale.ts';
import { popupsEn, popupsVi } from '../features/popups/locale.ts';
import { sequencesEn, sequencesVi } from '../features/sequences/locale.ts';
import { webhooksEn, webhooksVi } from '../features/webhooks/locale.ts';
import { windowEn, windowVi } from '../features/window/locale.ts';
import { cannedEn, cannedVi } from '../features/canned-messages/locale.ts';
import { channelsEn, channelsVi } from '../features/channels/locale.ts';
import { departmentsEn, departmentsVi } from '../features/departments/locale.ts';
import { callsEn, callsVi } from '../features/desk/calls/locale.ts';
import { careEn, careVi } from '../features/desk/care/locale.ts';
import { channelDeskEn, channelDeskVi } from '../features/desk/channel/locale.ts';
import { deskEn } from '../features/desk/locale.en.ts';
import { deskVi } from '../features/desk/locale.vi.ts';
import { labelsEn, labelsVi } from '../features/labels/locale.ts';
import { minutesEn, minutesVi } from '../features/minutes/locale.ts';
import { operatorEn, operatorVi } from '../features/operator/locale.ts';
import { queueEn, queueVi } from '../features/queue/locale.ts';
import { referralEn, referralVi } from '../features/referral/locale.ts';
import { checklistEn, checklistVi } from '../features/checklist/locale.ts';
import { signUpEn, signUpVi } from '../features/signup/locale.ts';
import { soundsEn, soundsVi } from '../features/sounds/locale.ts';
import { staffEn, staffVi } from '../features/staff/locale.ts';
import { shellEn, shellVi } from './locale.ts';

const STORAGE_KEY = 'dakenh.language';

export const resources = {
  vi: {
    common: commonVi,
    problems: problemsVi,
    section: sectionVi,
    shell: shellVi,
    desk: deskVi,
    care: careVi,
    channelDesk: channelDeskVi,
    calls: callsVi,
    departments: departmentsVi,
    queue: queueVi,
    staff: staffVi,
    apiKeys: apiKeysVi,
    webhooks: webhooksVi,
    audit: auditVi,
    button: buttonVi,
    integration: integrationVi,
    interaction: interactionVi,
    links: linksVi,
    popups: popupsVi,
    offline: offlineVi,
    personalData: personalDataVi,
    reports: reportsVi,
    sequences: sequencesVi,
    window: windowVi,
    labels: labelsVi,
    minutes: minutesVi,
    referral: referralVi,
    operator: operatorVi,
    channels: channelsVi,
    canned: cannedVi,
    sounds: soundsVi,
    checklist: checklistVi,
    signup: signUpVi,
  },
  en: {
    common: commonEn,
    problems: problemsEn,
    section: sectionEn,
    shell: shellEn,
    desk: deskEn,
    care: careEn,
    channelDesk: channelDeskEn,
    calls: callsEn,
    departments: departmentsEn,
    queue: queueEn,
    staff: staffEn,
    apiKeys: apiKeysEn,
    webhooks: webhooksEn,
    audit: auditEn,
    button: buttonEn,
    integration: integrationEn,
    interaction: interactionEn,
    links: linksEn,
    popups: popupsEn,
    offline: offlineEn,
    personalData: personalDataEn,
    reports: reportsEn,
    sequences: sequencesEn,
    window: windowEn,
    labels: labelsEn,
    minutes: minutesEn,
    referral: referralEn,
    operator: operatorEn,
    channels: channelsEn,
    canned: cannedEn,
    sounds: soundsEn,
    checklist: checklistEn,
    signup: signUpEn,
  },
} as const;

export function storedLanguage(): Language {
  const stored = browserStorage.read(STORAGE_KEY);
  return isLanguage(stored) ? stored : 'vi';
}

export async function startI18n(language: Language = storedLanguage()): Promise<void> {
  i18next.on('languageChanged', (next) => {
    document.documentElement.lang = next;
    browserStorage.write(STORAGE_KEY, next);
  });
  await i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'vi',
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
