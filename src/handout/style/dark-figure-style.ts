import { darkColors } from "../../page/look/palette";
import { darkPictureStyle } from "../outputs/themed-picture";

/** Figures of ours on a dark page, alive or still; on paper they stay light. */
export const darkFigureStyle = `@media screen and (prefers-color-scheme:dark){:root{${darkPictureStyle}}
.themed .card{background:${darkColors.paper};color:${darkColors.text};color-scheme:dark}}`;
