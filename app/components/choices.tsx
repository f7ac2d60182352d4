type ChoicesProps = {
  name: string
  legend: string
  chosen: string
  choices: { value: string; text: string }[]
}

/** One of a few, as radio buttons in a row. */
export function Choices({ name, legend, chosen, choices }: ChoicesProps) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {choices.map(choice => (
        <label key={choice.value}>
          <input type="radio" name={name} value={choice.value} defaultChecked={choice.value === chosen} />
          <span>{choice.text}</span>
        </label>
      ))}
    </fieldset>
  )
}
