// A provider of identities on loopback: whoever signs in is believed, and their groups go by their name.
import Provider from 'oidc-provider';

const port = Number(process.env.PORT);
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [{
    client_id: 'klastrownik',
    client_secret: 'a-secret-of-nobody',
    redirect_uris: [`${process.env.SITE}/sign-in/arrival`],
  }],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'] },
  // As providers do that put claims into the ID token, or keep them for /userinfo alone.
  conformIdTokenClaims: process.env.CLAIMS !== 'id_token',
  pkce: { required: () => true },
  findAccount: async (_, sub) => ({
    accountId: sub,
    claims: async () => ({ sub, preferred_username: `${sub}@example`, groups: sub.split('-').slice(1) }),
  }),
});
provider.listen(port, '127.0.0.1', () => console.log('listening'));
