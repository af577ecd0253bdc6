export const en = {
  'event.firm.created': '{actor} opened the firm {name}',
  'event.firm.changed':
    '{setting, select, name {{actor} renamed the firm to {to}} locale {{actor} made {to, select, nl {Dutch} de {German} sv {Swedish} other {English}} the firm’s language} timeZone {{actor} set the firm’s time zone to {to}} color {{actor} gave the firm the color {to}} replyTo {{to, select, none {{actor} removed the reply address} other {{actor} made {to} the reply address}}} other {{to, select, true {{actor} made two-step sign-in required for the team} other {{actor} made two-step sign-in optional}}}}',
  'field.not_a_time_zone': 'There is no such time zone',
  'field.own_second_factor_first': 'Set up two-step sign-in for yourself first',
} as const
