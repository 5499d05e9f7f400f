export function getBrowser(): Promise<string>;
export function versionOf(path: string): string;
