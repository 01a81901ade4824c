/**
 * Every rule of the checker with the code it reports: one table.
 *
 * A report can only be made in the name of a rule, and a rule can be switched off by a test: the
 * suite shows that each one is needed, because some chapter fails without it.
 */

import type { DiagnosticCode } from "../../source/catalogue/index.ts";

export const RULES = {
  // names
  nameIsDeclared: "E0201",
  nameIsDeclaredOnce: "E0202",
  caseIsLaw: "E0203",
  typeIsDeclared: "E0204",
  fieldIsDeclared: "E0205",
  functionIsDeclared: "E0206",
  outputIsDeclared: "E0207",
  unitIsDeclared: "E0208",
  argumentNameIsParameter: "E0209",
  nameIsValue: "E0210",
  programHasMain: "E0211",
  constantIsNotCircular: "E0212",
  recordIsFinite: "E0213",
  parameterInTestIsDeclared: "E0214",
  typeIsRegular: "E0215",
  caseIsDeclared: "E0220",
  // types
  typesAgree: "E0301",
  unitsAgree: "E0302",
  intAndFloatStayApart: "E0303",
  operatorFitsOperands: "E0304",
  intDivisionIsNamed: "E0305",
  conditionIsBool: "E0306",
  argumentIsGiven: "E0307",
  argumentHasParameter: "E0308",
  fieldIsGiven: "E0309",
  fieldIsGivenOnce: "E0310",
  letIsNotChanged: "E0311",
  placeIsAssignable: "E0312",
  valueIsReturned: "E0313",
  branchesAgree: "E0314",
  ifHasElse: "E0315",
  iteratedIsIterable: "E0316",
  rangeIsNotValue: "E0317",
  calledIsFunction: "E0318",
  indexedIsList: "E0319",
  jumpIsInLoop: "E0320",
  constantIsConstant: "E0321",
  numberIsInRange: "E0322",
  parameterValueIsInRange: "E0323",
  declaredTypeIsData: "E0324",
  holeIsShowable: "E0325",
  patternFits: "E0326",
  powerHasUnit: "E0327",
  typeIsInferable: "E0328",
  mainIsPlain: "E0329",
  onlyFirstParameterIsVar: "E0330",
  comparisonChainHasDirection: "E0331",
  testParameterIsGiven: "E0332",
  typeArgumentsFit: "E0333",
  valueIsSomething: "E0334",
  unitScaleIsExact: "E0335",
  matchIsExhaustive: "E0350",
  patternAlwaysFits: "E0351",
  tryFits: "E0352",
  outcomeIsUsed: "E0353",
  // type variables and function values
  boundIsKnown: "E0361",
  boundIsMet: "E0362",
  functionTypeIsParameter: "E0363",
  functionValueIsPassed: "E0364",
  functionValueFits: "E0365",
  captureIsNotChanged: "E0366",
  // traps that tests expect
  trapIsExpectedInTest: "E0371",
  expectedTrapIsKnown: "E0372",
  expectedTrapIsTried: "E0373",
  benchHasNoSeeds: "E0374",
  // lints
  variableIsUsed: "W0101",
  outputIsEmitted: "W0102",
  codeIsReachable: "W0103",
  valueIsUsed: "W0104",
  floatsAreNotComparedExactly: "W0105",
  varIsChanged: "W0106",
  quotientIsNotComment: "W0107",
  printedIsText: "W0108",
  armIsReachable: "W0120",
} as const satisfies Readonly<Record<string, DiagnosticCode>>;

export type RuleName = keyof typeof RULES;
