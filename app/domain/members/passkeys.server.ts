import { z } from "zod";
import { jsonColumn, Prisma, reader, write } from "#app/db/database.server.ts";

const transportsColumn = jsonColumn(z.array(z.string()));

export const MOST_PASSKEYS = 10;

export type PasskeyProof = {
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  transports: string[];
};

export async function listPasskeys(memberId: number) {
  const passkeys = await reader().passkey.findMany({
    where: { memberId },
    orderBy: [{ createdAt: "desc" }, { credentialId: "asc" }],
    select: {
      credentialId: true,
      label: true,
      transports: true,
      createdAt: true,
      lastUsedAt: true,
    },
  });
  return passkeys.map((passkey) => ({
    ...passkey,
    transports: transportsColumn.parse(passkey.transports),
  }));
}

/** False when the member has too many or has left, or the passkey is already in use. */
export async function addPasskey(
  memberId: number,
  label: string,
  proof: PasskeyProof,
): Promise<boolean> {
  const { credentialId, publicKey, counter, transports } = proof;
  try {
    const added = await write(
      (writer) => writer.$executeRaw`
        INSERT INTO passkeys (credential_id, member_id, public_key, counter, transports, label, created_at)
        SELECT ${credentialId}, id, ${publicKey}, ${counter}, ${JSON.stringify(transports)}, ${label}, ${new Date()}
        FROM members WHERE id = ${memberId} AND left_on IS NULL
          AND (SELECT COUNT(*) FROM passkeys WHERE member_id = ${memberId}) < ${MOST_PASSKEYS}`,
    );
    return added > 0;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError) return false;
    throw error;
  }
}

export async function removePasskey(memberId: number, credentialId: string): Promise<boolean> {
  const { count } = await write((writer) =>
    writer.passkey.deleteMany({ where: { credentialId, memberId } }),
  );
  return count > 0;
}

export async function findPasskey(
  credentialId: string,
): Promise<(PasskeyProof & { memberId: number }) | undefined> {
  const passkey = await reader().passkey.findFirst({
    where: { credentialId, member: { leftOn: null } },
    select: {
      credentialId: true,
      memberId: true,
      publicKey: true,
      counter: true,
      transports: true,
    },
  });
  return passkey
    ? { ...passkey, transports: transportsColumn.parse(passkey.transports) }
    : undefined;
}

/** False when the counter counts but did not rise (a copied passkey), or the passkey is gone. */
export async function notePasskeyUse(
  credentialId: string,
  counter: number,
  now = new Date(),
): Promise<boolean> {
  const { count } = await write((writer) =>
    writer.passkey.updateMany({
      where: {
        credentialId,
        OR: [{ counter: { lt: counter } }, ...(counter === 0 ? [{ counter: 0 }] : [])],
      },
      data: { counter, lastUsedAt: now },
    }),
  );
  return count > 0;
}
