-- AlterTable
ALTER TABLE "User" ADD COLUMN     "extraTimePercent" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "BlockProgress" ADD COLUMN     "hintsTaken" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "EditionBlock" (
    "courseId" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "lessonId" TEXT NOT NULL,
    "blockId" TEXT NOT NULL,

    CONSTRAINT "EditionBlock_pkey" PRIMARY KEY ("courseId","edition","lessonId","blockId")
);

-- CreateTable
CREATE TABLE "ExamAttempt" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "draw" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "deadlineAt" TIMESTAMP(3) NOT NULL,
    "handedInAt" TIMESTAMP(3),
    "handedInBy" TEXT,
    "score" INTEGER,
    "passed" BOOLEAN,

    CONSTRAINT "ExamAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExamAnswer" (
    "attemptId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "answer" TEXT,
    "flagged" BOOLEAN NOT NULL DEFAULT false,
    "score" INTEGER,
    "savedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ExamAnswer_pkey" PRIMARY KEY ("attemptId","questionId")
);

-- CreateTable
CREATE TABLE "Secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Secret_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "ExamAttempt_handedInAt_deadlineAt_idx" ON "ExamAttempt"("handedInAt", "deadlineAt");

-- CreateIndex
CREATE UNIQUE INDEX "ExamAttempt_userId_courseId_number_key" ON "ExamAttempt"("userId", "courseId", "number");

-- AddForeignKey
ALTER TABLE "ExamAttempt" ADD CONSTRAINT "ExamAttempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExamAnswer" ADD CONSTRAINT "ExamAnswer_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "ExamAttempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;
