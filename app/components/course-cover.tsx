/** A drawn cover. The catalogue admits only plain shapes, and colours come from the page. */
export function CourseCover({ cover }: { cover: string }) {
  return <div className="course-cover" aria-hidden="true" dangerouslySetInnerHTML={{ __html: cover }} />
}
