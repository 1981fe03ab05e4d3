/** Whether a key stands for what CloudFormation itself puts there: a loop or a macro, `AWS::Include` for one. */
export function isExpanded(key: string): boolean {
  return key === 'Fn::Transform' || key.startsWith('Fn::ForEach::');
}
