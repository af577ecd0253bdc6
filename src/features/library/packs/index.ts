import type { Pack } from '../model.ts'
import { deIncomeTax } from './de-income-tax/index.ts'
import { monthlyBooks } from './monthly-books/index.ts'
import { nlIncomeTax } from './nl-income-tax/index.ts'
import { seAnnualAccounts } from './se-annual-accounts/index.ts'
import { us1040 } from './us-1040/index.ts'

/** The library that ships (D-21), in the order it is shown. */
export const packs: Pack[] = [us1040, monthlyBooks, nlIncomeTax, seAnnualAccounts, deIncomeTax]
