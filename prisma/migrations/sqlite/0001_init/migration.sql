-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'learner',
    "language" TEXT NOT NULL DEFAULT 'bg',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "userId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "enrolledAt" DATETIME NOT NULL,
    "completedAt" DATETIME,
    "lastLessonId" TEXT,
    "lastViewedAt" DATETIME,

    PRIMARY KEY ("userId", "courseId"),
    CONSTRAINT "Enrolment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BlockProgress" (
    "userId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "blockId" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "firstScore" INTEGER NOT NULL,
    "bestScore" INTEGER NOT NULL,
    "lastAnswer" TEXT NOT NULL,
    "passedAt" DATETIME,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("userId", "courseId", "lessonId", "blockId"),
    CONSTRAINT "BlockProgress_userId_courseId_fkey" FOREIGN KEY ("userId", "courseId") REFERENCES "Enrolment" ("userId", "courseId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "blockId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "answeredAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT,
    "courseId" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "snapshot" TEXT NOT NULL,
    "pdf" BLOB NOT NULL,
    "pdfSha256" TEXT NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    "validUntil" DATETIME,
    "revokedAt" DATETIME,
    "revocationReason" TEXT,
    CONSTRAINT "Certificate_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_userId_courseId_lessonId_blockId_number_key" ON "Attempt"("userId", "courseId", "lessonId", "blockId", "number");

-- CreateIndex
CREATE INDEX "Certificate_pdfSha256_idx" ON "Certificate"("pdfSha256");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_userId_courseId_edition_sequence_key" ON "Certificate"("userId", "courseId", "edition", "sequence");
