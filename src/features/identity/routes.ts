import { Refusal } from '#kernel/refusal.ts'
import type { Routes } from '#platform/http/call.ts'
import { askForSignInLink, enterPortal, LINK_MINUTES } from './client-sign-in.ts'
import type { identityContract } from './contract.ts'
import { readLink } from './links.ts'
import { loginsAt } from './login-library.ts'
import { enterByLink } from './member-links.ts'
import { changePassword } from './passwords.ts'
import { askForPasswordReset, RESET_MINUTES, resetPassword } from './reset-password.ts'
import { confirmSecondFactor, removeSecondFactor, renewBackupCodes, startSecondFactor } from './second-factor.ts'
import { signOut, switchFirm } from './sessions.ts'
import { giveSecondFactor, signIn } from './sign-in.ts'
import { whoAmI } from './who-am-i.ts'

export const identityRoutes: Routes<typeof identityContract> = {
  getSession: async ({ source, actor }) => {
    if (!actor) throw new Refusal('not_signed_in')
    return whoAmI(source, actor)
  },
  signIn: (call) => signIn(call, call.body),
  giveSecondFactor: (call) => giveSecondFactor(call, call.body.code),
  switchFirm: (_, call) => switchFirm(call, call.actor.identityId, call.body.firmId).then(nothing),
  signOut: (call) => signOut(call).then(nothing),
  enterByMemberLink: (call) => enterByLink(call, call.body.token).then(nothing),
  askForSignInLink: async (call) => {
    await askForSignInLink(call, call.params.slug, call.body.email)
    return { minutes: LINK_MINUTES }
  },
  getMailedLink: async ({ source, params }) => {
    const { purpose, name } = await readLink(loginsAt(source), params.token)
    return { purpose, name }
  },
  askForPasswordReset: async (call) => {
    await askForPasswordReset(call, call.body.email)
    return { minutes: RESET_MINUTES }
  },
  resetPassword: (call) => resetPassword(call, call.body).then(nothing),
  enterPortal: (call) => enterPortal(call, call.body.token),
  startSecondFactor: (tx, call) => startSecondFactor(tx, call, call.body.password),
  confirmSecondFactor: (tx, call) => confirmSecondFactor(tx, call, call.body.code).then(nothing),
  removeSecondFactor: (tx, call) => removeSecondFactor(tx, call, call.body.password).then(nothing),
  renewBackupCodes: async (tx, call) => ({ backupCodes: await renewBackupCodes(tx, call, call.body.password) }),
  changePassword: (tx, call) => changePassword(tx, call, call.body).then(nothing),
}

const nothing = () => null
