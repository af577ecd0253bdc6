export const en = {
  'event.second_factor.changed':
    '{change, select, on {{actor} set up two-step sign-in} off {{actor} switched off two-step sign-in} other {{actor} made new backup codes}}',
  'event.password.changed':
    '{how, select, reset {{actor} set a new password by mail} other {{actor} changed the password}}',
  'event.portal.entered': '{actor} signed in to the portal as {email}',
  'field.not_your_password': 'This is not your password',
  'field.address_taken': 'This address is already in use here. Take another one',
  'field.password_is_email': 'Do not use your e-mail address as the password',
  'field.password_repeats': 'This repeats too few characters. A few words are better',
} as const
