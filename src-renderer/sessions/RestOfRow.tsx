/**
 * The end of a line that spans the table of people: the columns that a narrow table leaves out. A cell that spanned them
 * too would bring them back.
 */
export const RestOfRow = () => (
  <>
    <td data-column="exams" aria-hidden />
    <td data-column="language" aria-hidden />
  </>
)
