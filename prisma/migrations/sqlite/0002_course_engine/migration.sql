-- CreateTable
CREATE TABLE "EditionBlock" (
    "courseId" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "lessonId" TEXT NOT NULL,
    "blockId" TEXT NOT NULL,

    PRIMARY KEY ("courseId", "edition", "lessonId", "blockId")
);

-- CreateTable
CREATE TABLE "ExamAttempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "draw" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "deadlineAt" DATETIME NOT NULL,
    "handedInAt" DATETIME,
    "handedInBy" TEXT,
    "score" INTEGER,
    "passed" BOOLEAN,
    CONSTRAINT "ExamAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ExamAnswer" (
    "attemptId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "answer" TEXT,
    "flagged" BOOLEAN NOT NULL DEFAULT false,
    "score" INTEGER,
    "savedAt" DATETIME NOT NULL,

    PRIMARY KEY ("attemptId", "questionId"),
    CONSTRAINT "ExamAnswer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Secret" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'learner',
    "language" TEXT NOT NULL DEFAULT 'bg',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "extraTimePercent" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL
);
INSERT INTO "new_User" ("createdAt", "email", "id", "language", "name", "passwordHash", "role", "theme") SELECT "createdAt", "email", "id", "language", "name", "passwordHash", "role", "theme" FROM "User";
DROP TABLE "User";
ALTER TABLE "new_User" RENAME TO "User";
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
CREATE TABLE "new_BlockProgress" (
    "userId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "lessonId" TEXT NOT NULL,
    "blockId" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "firstScore" INTEGER NOT NULL,
    "bestScore" INTEGER NOT NULL,
    "lastAnswer" TEXT NOT NULL,
    "passedAt" DATETIME,
    "hintsTaken" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("userId", "courseId", "lessonId", "blockId"),
    CONSTRAINT "BlockProgress_userId_courseId_fkey" FOREIGN KEY ("userId", "courseId") REFERENCES "Enrolment" ("userId", "courseId") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_BlockProgress" ("attempts", "bestScore", "blockId", "courseId", "firstScore", "lastAnswer", "lessonId", "passedAt", "updatedAt", "userId") SELECT "attempts", "bestScore", "blockId", "courseId", "firstScore", "lastAnswer", "lessonId", "passedAt", "updatedAt", "userId" FROM "BlockProgress";
DROP TABLE "BlockProgress";
ALTER TABLE "new_BlockProgress" RENAME TO "BlockProgress";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "ExamAttempt_handedInAt_deadlineAt_idx" ON "ExamAttempt"("handedInAt", "deadlineAt");

-- CreateIndex
CREATE UNIQUE INDEX "ExamAttempt_userId_courseId_number_key" ON "ExamAttempt"("userId", "courseId", "number");
