import type { Face } from '@rollcall/contracts';
import { photoAddress } from '../../faces/faces.queries.js';
import classes from './face-crop.module.css';
import { portraitSquare } from './portrait-square.js';

interface FaceCropProps {
  personId: string;
  face: Face;
  alt: string;
}

/** The part of an enrolled photo that is painted. */
export function FaceCrop({ personId, face, alt }: FaceCropProps) {
  const square = portraitSquare(face);
  const share = (pixels: number) => `${(100 * pixels) / square.width}%`;
  return (
    <span className={classes.frame}>
      <img
        src={photoAddress(personId, face.id)}
        alt={alt}
        draggable={false}
        style={{
          width: share(face.imageWidth),
          height: share(face.imageHeight),
          left: share(-square.x),
          top: share(-square.y),
        }}
      />
    </span>
  );
}
