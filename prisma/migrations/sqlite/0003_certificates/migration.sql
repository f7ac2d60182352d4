-- CreateTable
CREATE TABLE "CertificateShare" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "certificateId" TEXT NOT NULL,
    "parts" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "CertificateShare_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StatusList" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "signedRevision" INTEGER,
    "credential" TEXT,
    "validUntil" DATETIME
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "details" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Throttle" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "hits" INTEGER NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Certificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT,
    "courseId" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "snapshot" TEXT NOT NULL,
    "credential" TEXT,
    "pdf" BLOB NOT NULL,
    "pdfSha256" TEXT NOT NULL,
    "sealLevel" TEXT,
    "statusList" INTEGER,
    "statusIndex" INTEGER,
    "sharing" TEXT NOT NULL DEFAULT 'page',
    "issuedAt" DATETIME NOT NULL,
    "validUntil" DATETIME,
    "revokedAt" DATETIME,
    "revocationReason" TEXT,
    "supersededAt" DATETIME,
    "supersededById" TEXT,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Certificate_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Certificate" ("courseId", "edition", "id", "issuedAt", "pdf", "pdfSha256", "revocationReason", "revokedAt", "sequence", "snapshot", "userId", "validUntil") SELECT "courseId", "edition", "id", "issuedAt", "pdf", "pdfSha256", "revocationReason", "revokedAt", "sequence", "snapshot", "userId", "validUntil" FROM "Certificate";
DROP TABLE "Certificate";
ALTER TABLE "new_Certificate" RENAME TO "Certificate";
CREATE INDEX "Certificate_pdfSha256_idx" ON "Certificate"("pdfSha256");
CREATE UNIQUE INDEX "Certificate_userId_courseId_edition_sequence_key" ON "Certificate"("userId", "courseId", "edition", "sequence");
CREATE UNIQUE INDEX "Certificate_statusList_statusIndex_key" ON "Certificate"("statusList", "statusIndex");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "CertificateShare_certificateId_idx" ON "CertificateShare"("certificateId");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_at_idx" ON "AuditEvent"("subject", "at");

-- CreateIndex
CREATE INDEX "Throttle_expiresAt_idx" ON "Throttle"("expiresAt");
