import type { Setting, SettingNumber, SettingValues } from '../model';

/** The numbers of declared settings; one that was not known yet when the values were kept is as declared. */
export function settingNumbers(declared: readonly Setting[], values: SettingValues): SettingNumber {
  const byKey = new Map(declared.map((setting) => [setting.key, setting]));
  return (key) => {
    const setting = byKey.get(key);
    if (!setting) throw new Error(`no setting ${key}`);
    const kept = values[key];
    return Number(kept === undefined || kept === '' ? setting.value : kept);
  };
}
