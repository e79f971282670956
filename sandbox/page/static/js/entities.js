/** People, roles and channels that an option or a menu may name. */

const asOptions = (list, sign) => list.map((one) => ({ value: one.id, label: `${sign}${one.name}` }));

/** @param kind "users", "roles", "channels" or "everyone" (users and roles) */
export function entitiesOf(store, kind, option = null) {
  const server = store.serverOf();
  const members = server?.members ?? store.people;
  const users = asOptions(members, "@");
  const roles = asOptions(server?.roles ?? [], "@");
  if (kind === "users") return users;
  if (kind === "roles") return roles;
  if (kind === "everyone") return [...users, ...roles];
  const wanted = option?.channel_types;
  const channels = (server?.channels ?? []).filter((channel) => !wanted || wanted.includes(channel.type));
  return asOptions(channels, "#");
}
