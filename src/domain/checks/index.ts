import type { Check } from '../../model';
import { blank } from './blank';
import { changedUnseen } from './changed-unseen';
import { classNotListed } from './class-not-listed';
import { columnUnlikeLastTime } from './column-unlike-last-time';
import { combinedClassTwice } from './combined-class-twice';
import { date } from './date';
import { differsFromDistrict } from './differs-from-district';
import { duplicate } from './duplicate';
import { enrolledDiffers } from './enrolled-differs';
import { formulaError } from './formula-error';
import { fraction } from './fraction';
import { gradeNotTaught } from './grade-not-taught';
import { gradeTooLow } from './grade-too-low';
import { misplaced } from './misplaced';
import { missingClasses } from './missing-classes';
import { misspelt } from './misspelt';
import { negative } from './negative';
import { notADate } from './not-a-date';
import { notALink } from './not-a-link';
import { notAName } from './not-a-name';
import { notANumber } from './not-a-number';
import { notAText } from './not-a-text';
import { notCounted } from './not-counted';
import { notInList } from './not-in-list';
import { notStarted } from './not-started';
import { nothingWord } from './nothing-word';
import { otherName } from './other-name';
import { overlap } from './overlap';
import { partExceedsWhole } from './part-exceeds-whole';
import { percent } from './percent';
import { personalData } from './personal-data';
import { required } from './required';
import { sameAsLast } from './same-as-last';
import { sameAsYearAgo } from './same-as-year-ago';
import { smallGroup } from './small-group';
import { sumBelowWhole } from './sum-below-whole';
import { sumExceedsWhole } from './sum-exceeds-whole';
import { sumOfRows } from './sum-of-rows';
import { textBecameDate } from './text-became-date';
import { tooLong } from './too-long';
import { totalRow } from './total-row';
import { unknownGrade } from './unknown-grade';
import { unknownLetter } from './unknown-letter';
import { unlikeLastTime } from './unlike-last-time';
import { unlikePeers } from './unlike-peers';
import { unlikeYearAgo } from './unlike-year-ago';
import { unlikely } from './unlikely';
import { unlikelyDate } from './unlikely-date';

/** The checks that every form has, in the order in which they speak of a row. */
export const checks: readonly Check[] = [
  date,
  percent,
  fraction,
  negative,
  notANumber,
  nothingWord,
  formulaError,
  textBecameDate,
  notInList,
  notADate,
  unlikelyDate,
  notALink,
  notStarted,
  required,
  notAText,
  tooLong,
  blank,
  sumExceedsWhole,
  sumBelowWhole,
  partExceedsWhole,
  totalRow,
  otherName,
  misspelt,
  notAName,
  unknownGrade,
  unknownLetter,
  gradeNotTaught,
  gradeTooLow,
  classNotListed,
  enrolledDiffers,
  combinedClassTwice,
  unlikely,
  smallGroup,
  personalData,
  duplicate,
  overlap,
  sumOfRows,
  misplaced,
  notCounted,
  differsFromDistrict,
  unlikeLastTime,
  unlikeYearAgo,
  changedUnseen,
  columnUnlikeLastTime,
  sameAsLast,
  sameAsYearAgo,
  missingClasses,
  unlikePeers,
];
